// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createToast } from '@/entrypoints/civitai.content/dom/toast';
import { buttonOf, createCardMark, showView } from '@/entrypoints/civitai.content/marks/card-mark';
import { addMoreButton } from '@/entrypoints/civitai.content/menu/more-button';
import { rootOf } from '@/tests/unit/support/root-of';
import type * as Language from '@/utils/texts/language';

// A language that is written from right to left, in a page that isn't.
vi.mock('@/utils/texts/language', async load => ({
  ...(await load<typeof Language>()),
  language: () => 'ar',
  direction: () => 'rtl',
}));

describe('the language of what Vaulted puts into the page', () => {
  it('is said on every window of ours', () => {
    createToast(new AbortController().signal).say('نص');
    const host = document.querySelector<HTMLElement>('[data-vaulted-ui="toast"]');
    expect([host?.lang, host?.dir, document.documentElement.dir]).toEqual(['ar', 'rtl', '']);
  });

  it('is said on the buttons of a mark, whose words alone are turned round: the chip stays at the edge of its card', () => {
    const { host } = createCardMark('card', 'out', '');
    const view = { target: {}, count: undefined, label: 'أضف', name: 'أضف', isOld: false, isBusy: false };
    showView({ host }, { ...view, state: 'out' }, { isLabelled: true, isAlways: false });
    addMoreButton(buttonOf(host) ?? expect.fail());
    const buttons = [...(rootOf(host)?.querySelectorAll('button') ?? [])];
    expect(buttons.map(({ lang }) => lang)).toEqual(['ar', 'ar']);
    expect(host.hasAttribute('dir')).toBe(false);
    const rules = [...(rootOf(host)?.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText);
    const turned = rules.filter(rule => /direction:\s*rtl/.test(rule));
    expect(turned).toEqual([expect.stringMatching(/^\[part="?label"?\]/)]);
  });
});
