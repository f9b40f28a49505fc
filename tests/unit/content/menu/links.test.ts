// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLinks } from './links-stage';

let page = startLinks();
beforeEach(() => {
  vi.useFakeTimers();
  page.ending.abort();
  page = startLinks();
});
afterEach(() => {
  page.ending.abort();
  vi.useRealTimers();
});

const options = { bubbles: true, composed: true, cancelable: true };
const key = (name: string) => new KeyboardEvent('keydown', { ...options, key: name });
const focus = (element: Element) => page.tell(element, new FocusEvent('focusin', options));

describe('the keyboard on a link', () => {
  it('is told the state and the key, as long as it is there, and nothing stays behind', () => {
    const { card, text, find } = page;
    const described = () =>
      [card, text].map(link => link.getAttribute('aria-description')?.replace(/[\u2068\u2069]/g, ''));
    focus(card);
    expect(described()).toEqual(['Vaulted: Not known. Press F2 to get there.', undefined]);
    focus(text);
    expect(described()).toEqual([undefined, 'Vaulted: Not known. Press F2 to get there.']);
    focus(find('other'));
    expect(described()).toEqual([undefined, undefined]);
    focus(card);
    page.ending.abort();
    expect(card.getAttributeNames()).toEqual(['id', 'href']);
  });

  it('is told nothing where the site says something itself', () => {
    page.card.setAttribute('aria-describedby', 'other');
    focus(page.card);
    expect(page.card.hasAttribute('aria-description')).toBe(false);
  });

  it('goes to the mark with F2 and back again, and from a link in a text into the menu', () => {
    const { card, mark, text, menu, tell } = page;
    expect(tell(card, key('F2')).defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(mark);
    tell(mark, key('F2'));
    expect(document.activeElement).toBe(card);
    tell(text, key('F2'));
    expect(menu.open).toHaveBeenCalledExactlyOnceWith(expect.any(Function), text, { focus: true });
  });

  it('scrolls with the arrows, which lead into the menu from the mark alone', () => {
    const { card, mark, text, menu, tell } = page;
    for (const link of [card, text]) expect(tell(link, key('ArrowDown')).defaultPrevented).toBe(false);
    expect(menu.open).not.toHaveBeenCalled();
    tell(mark, key('ArrowDown'));
    expect(menu.open).toHaveBeenCalledExactlyOnceWith(expect.any(Function), mark, { focus: true });
  });

  it('is not led by keys that only a script of the page has made', () => {
    page.card.dispatchEvent(key('F2'));
    expect(document.activeElement).toBe(document.body);
  });
});

describe('a finger', () => {
  const touch = (type: string, element: Element, pointerType = 'touch') =>
    page.tell(element, new PointerEvent(type, { ...options, pointerType, detail: type === 'click' ? 1 : 0 }));
  const pressed = (event: MouseEvent) => {
    const press = { at: event.timeStamp, isByKey: false, arrival: undefined };
    page.script.press(() => ({ target: {}, name: 'Amber' }), { host: page.mark, opener: page.mark, press, event });
    return page.press.mark.mock.lastCall;
  };

  it('never adds with its first tap: what would be added has to be seen before', async () => {
    const asked = pressed(touch('click', page.mark));
    expect(await asked?.[2]()).toBe(false);
    asked?.[1](true);
    expect(page.menu.open).toHaveBeenCalledExactlyOnceWith(expect.any(Function), page.mark, { focus: true });
  });

  it('opens the menu with a mouse, too, where that may not be meant, and the menu says so', () => {
    const asked = pressed(touch('click', page.mark, 'mouse'));
    asked?.[1](true);
    const options = { focus: true, isAskingAgain: true };
    expect(page.menu.open).toHaveBeenCalledExactlyOnceWith(expect.any(Function), page.mark, options);
  });

  it.each(['mark', 'text'])('that stays on the %s opens the versions, and its end is no tap', id => {
    const { find, menu, press } = page;
    touch('pointerdown', find(id));
    vi.advanceTimersByTime(449);
    expect(menu.open).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(menu.open).toHaveBeenCalledExactlyOnceWith(expect.any(Function), find(id), { focus: true });
    for (const type of ['contextmenu', 'pointerup', 'click'])
      expect([type, touch(type, find(id)).defaultPrevented]).toEqual([type, type !== 'pointerup']);
    if (id === 'mark') expect(pressed(touch('click', find(id)))).toBe(undefined);
    expect(press.mark).not.toHaveBeenCalled();
  });

  it('that goes on to scroll, rests on a card’s link, or is a mouse, opens nothing', () => {
    touch('pointerdown', page.mark);
    touch('pointercancel', page.mark);
    touch('pointerdown', page.card);
    touch('pointerdown', page.mark, 'mouse');
    vi.advanceTimersByTime(5_000);
    expect(page.menu.open).not.toHaveBeenCalled();
    expect(touch('contextmenu', page.mark).defaultPrevented).toBe(false);
  });
});
