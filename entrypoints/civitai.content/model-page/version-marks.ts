import { createSmallIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost, createSheet } from '@/entrypoints/civitai.content/dom/on-demand-host';
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

const sheet = createSheet(versionMark);
const roots = new WeakMap<HTMLElement, ShadowRoot>();

/** Keeps one status mark in each version's own button. Never a control: a click selects the version. */
export function createVersionMarks(onGiveUp: () => void): VersionMarks {
  let drawn = new Map<HTMLElement, HTMLElement>();
  const mayPutBack = createPutBackLimit(onGiveUp);
  return {
    draw(marks) {
      const next = new Map<HTMLElement, HTMLElement>();
      for (const mark of marks) {
        const old = drawn.get(mark.button);
        // React has replaced the button's children, and the mark with them.
        if (old && old.parentElement !== mark.button && !mayPutBack()) {
          next.set(mark.button, old);
          continue;
        }
        const host = old?.parentElement === mark.button ? old : attach(mark.button);
        show(host, mark);
        next.set(mark.button, host);
      }
      for (const [button, host] of drawn) if (next.get(button) !== host) host.remove();
      drawn = next;
    },
  };
}

function attach(button: HTMLElement): HTMLElement {
  const { host, root } = createHost('version', sheet);
  roots.set(host, root);
  host.setAttribute('role', 'img');
  // Last child, never between siblings: survives React's re-renders of the button (site-facts.md C.5).
  button.append(host);
  return host;
}

function show(host: HTMLElement, mark: VersionMark): void {
  if (host.dataset.vaulted !== mark.state) {
    roots.get(host)?.replaceChildren(createSmallIcon(mark.state === 'error' ? 'failed' : mark.state));
  }
  writeAttributes(host, mark);
  if (host.ariaLabel === mark.words) return;
  host.setAttribute('aria-label', mark.words);
  host.title = mark.words;
}
