import type { Page } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';

/** WCAG 2.5.8 asks for 24 px, 2.5.5 for 44 where there is room. */
const LEAST_PX = 24;
export const ROOMY_PX = 44;

/** Where a finger works: what is pressed, chosen or typed into. */
const CONTROLS = 'button, a[href], input, select, summary, textarea, [role="button"]';

/** One control that a finger can reach, px. What makes its target larger than it looks is counted. */
type Target = { what: string; width: number; height: number };

/**
 * The targets in the document, and in the shadow of the hosts that `hosts` selects. Links in the middle of a text are as high as its
 * line (WCAG 2.5.8, "Inline").
 */
export async function targetsOf(page: Page, hosts?: string): Promise<Target[]> {
  await openRoots(page);
  return page.evaluate(measureTargets, CONTROLS, hosts);
}

/** Runs in the page. */
function measureTargets(controls: string, hosts: string | undefined): Target[] {
  const roots = hosts === undefined ? [document] : [...document.querySelectorAll(hosts)].map(host => host.shadowRoot);
  const open = document.querySelector('dialog[open]');
  const sizeOf = (element: Element) => {
    // The words of a box belong to its target.
    const label = element.matches('input[type="checkbox"], input[type="radio"]') && element.closest('label');
    const { width, height } = (label || element).getBoundingClientRect();
    const around = getComputedStyle(element, '::after');
    const isLarger = around.position === 'absolute' && around.content !== 'none';
    return isLarger
      ? { width: Number.parseFloat(around.width), height: Number.parseFloat(around.height) }
      : { width, height };
  };
  return roots.flatMap(root => {
    const found = [...(root ?? document).querySelectorAll<HTMLElement>(controls)].filter(
      each => each.checkVisibility({ visibilityProperty: true }) && (!open || hosts || open.contains(each)),
    );
    return found.flatMap(each => {
      const { width, height } = sizeOf(each);
      const isInLine = each.localName === 'a' && getComputedStyle(each).display === 'inline' && each.closest('p, li');
      const name = each.getAttribute('aria-label') ?? each.textContent ?? '';
      return width === 0 || isInLine
        ? []
        : [{ what: `${each.localName}.${each.className} ${name.slice(0, 40)}`, width, height }];
    });
  });
}

/** Those that are less than `least` px high or wide, in words. */
export function tooSmall(targets: readonly Target[], least = LEAST_PX): string[] {
  // Half a pixel of rounding.
  const small = targets.filter(({ width, height }) => Math.min(width, height) < least - 0.5);
  return small.map(({ what, width, height }) => `${Math.round(width)} × ${Math.round(height)}: ${what}`);
}
