// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { buttonOf, createCardMark, showLabel, showView } from '@/entrypoints/civitai.content/marks/card-mark';
import { addMoreButton } from '@/entrypoints/civitai.content/menu/more-button';
import type { MarkKind } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import { rootOf } from '@/tests/unit/support/root-of';

const view = (state: MarkView['state'], more: Partial<MarkView> = {}): MarkView => ({
  target: {},
  state,
  count: undefined,
  label: `${state}!`,
  name: `${state}: Amber`,
  isOld: false,
  isBusy: false,
  ...more,
});
const compact = { isLabelled: false, isAlways: false };

/** As where the pointer or the focus has come, and the second script is there. */
const complete = (host: HTMLElement): void => {
  const button = buttonOf(host) ?? expect.fail();
  showLabel(button);
  addMoreButton(button);
};

const draw = (first: MarkView, style = compact, kind: MarkKind = 'card') => {
  const mark = createCardMark(kind, first.state, '8px 10px auto auto');
  showView(mark, first, style);
  const find = (part: string) => (rootOf(mark.host) ?? expect.fail()).querySelector(`.${part}, [part="${part}"]`);
  const icon = () => find('button')?.querySelector('[part="icon"]');
  return { mark, find, icon };
};

describe('a mark on a card', () => {
  it('is no more than a named button with an icon, until the pointer or the focus comes', () => {
    const { mark, find } = draw(view('in'));
    expect((rootOf(mark.host) ?? expect.fail()).querySelectorAll('*')).toHaveLength(2);
    expect(find('button')?.getAttribute('aria-label')).toBe('in: Amber');
    expect(mark.host.getAttributeNames()).toEqual(['data-vaulted-kind', 'data-vaulted', 'style']);
    complete(mark.host);
    complete(mark.host);
    expect(find('label')?.textContent).toBe('in!');
    const more = [...(rootOf(mark.host) ?? expect.fail()).querySelectorAll<HTMLElement>('.more')];
    // The keyboard goes on to it from the mark's own button.
    expect(more.map(({ previousElementSibling }) => previousElementSibling)).toEqual([find('button')]);
  });

  it('is a copy of the first of its kind, with a state, a name and a spot of its own', () => {
    const [one, other] = [draw(view('in')), draw(view('in', { name: 'Another' }))];
    const out = createCardMark('card', 'out', '46px 10px auto auto').host;
    expect([one, other].map(({ find }) => find('button')?.getAttribute('aria-label'))).toEqual([
      'in: Amber',
      'Another',
    ]);
    expect([one.mark.host, out].map(host => [host.dataset.vaulted, host.style.cssText])).toEqual([
      ['in', 'inset: 8px 10px auto auto;'],
      ['out', 'inset: 46px 10px auto auto;'],
    ]);
  });

  it('is no stop on the keyboard’s way, and says at rest how many versions of its model are in the vault', () => {
    const { mark, find } = draw(view('in', { count: 1 }));
    const counted = () => find('button')?.getAttribute('data-count');
    expect([find('button')?.getAttribute('tabindex'), counted()]).toEqual(['-1', null]);
    showView(mark, view('in', { count: 3 }), compact);
    expect(counted()).toBe('3');
    showView(mark, view('out'), compact);
    expect(counted()).toBe(null);
  });

  it('has a sign of its own for a newer version and for an only copy, as long as that is so', () => {
    const { mark } = draw(view('in', { hint: 'newer' }));
    expect(mark.host.dataset.vaultedHint).toBe('newer');
    showView(mark, view('in', { hint: 'only-copy' }), compact);
    expect(mark.host.dataset.vaultedHint).toBe('only-copy');
    showView(mark, view('in'), compact);
    expect(mark.host.hasAttribute('data-vaulted-hint')).toBe(false);
  });

  it('has its words at once where the user wants labels', () => {
    expect(draw(view('in'), { isLabelled: true, isAlways: false }).find('label')?.textContent).toBe('in!');
  });

  it('follows its state in place: button and icon stay, name and words change', () => {
    const { mark, find, icon } = draw(view('out'), compact, 'row');
    complete(mark.host);
    const [button, before] = [find('button'), icon()];
    showView(mark, view('busy', { isBusy: true }), compact);
    expect(find('button')).toBe(button);
    expect(icon()).toBe(before);
    expect(mark.host.dataset.vaulted).toBe('busy');
    expect(['aria-label', 'aria-busy'].map(name => button?.getAttribute(name))).toEqual(['busy: Amber', 'true']);
    expect(find('label')?.textContent).toBe('busy!');
    showView(mark, view('in', { isOld: true }), compact);
    expect([button?.getAttribute('aria-busy'), mark.host.title]).toEqual(['false', 'in: Amber']);
    showView(mark, view('in'), compact);
    expect([mark.host.hasAttribute('title'), mark.host.hasAttribute('data-vaulted-old')]).toEqual([false, false]);
  });
});
