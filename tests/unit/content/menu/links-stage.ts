import { vi } from 'vitest';
import { watchLinks } from '@/entrypoints/civitai.content/menu/watch-links';
import type { MarkAt } from '@/entrypoints/civitai.content/on-demand/contract';
import { sources } from '@/tests/unit/content/marks/page-stage';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';

/** A card's link with its mark, and a link in a text that is marked by style alone. */
export function startLinks() {
  document.body.innerHTML = `
    <div><a id="card" href="/models/12">Amber</a><span id="mark" data-vaulted="out" tabindex="-1"></span></div>
    <a id="text" href="/models/12" data-vaulted="in">Amber</a><a id="other" href="/">Home</a>`;
  const find = (id: string) => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`There is no ${id}`);
    return element;
  };
  const [card, mark, text] = [find('card'), find('mark'), find('text')];
  const marked = { target: {}, name: 'Amber' };
  const ofCard: MarkAt = { marked, link: card, button: mark };
  const known = new Map<EventTarget, MarkAt>([
    [card, ofCard],
    [mark, ofCard],
    [text, { marked, link: text, button: undefined }],
  ]);
  const ending = new AbortController();
  const menu = { open: vi.fn(), close: () => {}, update: () => {}, holds: () => false };
  const press = {
    mark: vi.fn<
      (marked: unknown, openMenu: (isAskingAgain?: boolean) => void, isMeant: () => Promise<boolean>) => Promise<void>
    >(),
  };
  const markAt = (target: EventTarget | null) => (target ? known.get(target) : undefined);
  const script = watchLinks({ markAt, attention: noAttention, signal: ending.signal }, sources(), press, menu);
  /** As the browser says it; returns the event. */
  const tell = <Told extends Event>(element: Element, event: Told): Told => {
    Object.defineProperty(event, 'isTrusted', { value: true });
    element.dispatchEvent(event);
    return event;
  };
  return { card, mark, text, find, ending, menu, press, script, tell };
}
