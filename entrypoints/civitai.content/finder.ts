import { VERSION_LINK } from './surfaces';

/** What the finder saw in one moment: links that came or changed, and whether the page's structure changed at all. */
export type Finding = { links: string[] };

/**
 * THE MutationObserver. Looks at added nodes and changed `href`s only, never at the whole page again (house.md, 7);
 * reports once a frame. Text changes and our own nodes cause no report.
 */
export function watchPage(found: (finding: Finding) => void, signal: AbortSignal): void {
  const links = new Set<string>();
  let isScheduled = false;
  const report = (): void => {
    isScheduled = false;
    if (signal.aborted) return;
    found({ links: [...links] });
    links.clear();
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(report);
  };
  const collect = (root: Element): void => {
    if (root.matches(VERSION_LINK)) links.add(root.getAttribute('href') ?? '');
    for (const link of root.querySelectorAll(VERSION_LINK)) links.add(link.getAttribute('href') ?? '');
  };
  const observer = new MutationObserver(records => {
    for (const record of records) {
      if (record.type === 'attributes') {
        if (record.target instanceof Element) collect(record.target);
        schedule();
        continue;
      }
      for (const node of record.addedNodes) {
        if (node instanceof Element && !isOurs(node)) {
          collect(node);
          schedule();
        }
      }
      for (const node of record.removedNodes) if (node instanceof Element) schedule();
    }
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  collect(document.body);
  schedule();
}

function isOurs(node: Element): boolean {
  return node.hasAttribute('data-vaulted') || node.hasAttribute('data-vaulted-ui');
}
