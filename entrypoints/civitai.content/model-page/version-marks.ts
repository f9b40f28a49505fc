import { createIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost, createSheet } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';
import { type MarkState, writeAttributes } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import versionMark from './version-mark.css?inline';

/** One version of the list and what its mark says. `words` become part of the button's accessible name. */
type VersionMark = {
  button: HTMLElement;
  modelId: ModelId;
  versionId: VersionId | undefined;
  state: MarkState;
  words: string;
};

export type VersionMarks = { draw(marks: readonly VersionMark[]): void };

/** `host` stands in the button and is read, `badge` beside it and is seen. */
type Drawn = { host: HTMLElement; badge: HTMLElement; root: ShadowRoot; state?: MarkState };

const sheet = createSheet(versionMark);

/** Keeps one status mark at each version's own button. Never a control: a click selects the version. */
export function createVersionMarks(onGiveUp: () => void): VersionMarks {
  let drawn = new Map<HTMLElement, Drawn>();
  const mayPutBack = createPutBackLimit(onGiveUp);
  return {
    draw(marks) {
      const next = new Map<HTMLElement, Drawn>();
      for (const mark of marks) {
        const old = drawn.get(mark.button);
        const isThere =
          old?.host.parentElement === mark.button && old.badge.parentElement === mark.button.parentElement;
        // React has replaced the button's children, and the mark with them.
        if (old && !isThere && !mayPutBack()) {
          next.set(mark.button, old);
          continue;
        }
        if (old && !isThere) remove(old);
        const at = old && isThere ? old : attach(mark.button);
        show(at, mark);
        next.set(mark.button, at);
      }
      for (const [button, old] of drawn) if (next.get(button) !== old) remove(old);
      drawn = next;
    },
  };
}

/**
 * Last children, never between siblings: they survive React's re-renders (site-facts.md C.5). The button cuts off what sticks out of it,
 * and its words leave no room, so what is seen stands in the gap to the next one.
 */
function attach(button: HTMLElement): Drawn {
  const { host } = createHost('version', sheet);
  const { host: badge, root } = createHost('badge', sheet);
  host.setAttribute('role', 'img');
  badge.ariaHidden = 'true';
  button.append(host);
  button.parentElement?.append(badge);
  if (button.parentElement) button.parentElement.dataset.vaultedHost = '';
  return { host, badge, root };
}

function remove({ host, badge }: Drawn): void {
  delete badge.parentElement?.dataset.vaultedHost;
  badge.remove();
  host.remove();
}

function show(drawn: Drawn, mark: VersionMark): void {
  const { host, badge, root } = drawn;
  if (drawn.state !== mark.state) {
    drawn.state = mark.state;
    const chip = createPart('div', 'chip');
    chip.dataset.state = mark.state;
    chip.append(createIcon(mark.state));
    root.replaceChildren(chip);
    // What has no mark is not in the vault.
    badge.hidden = mark.state === 'out';
  }
  writeAttributes(host, mark);
  if (host.ariaLabel === mark.words) return;
  host.setAttribute('aria-label', mark.words);
}
