import type { MarkState } from '@/entrypoints/civitai.content/dom/host';
import { createSmallIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';
import type { ModelId, VersionId } from '@/utils/civitai/ids';

/** One version of the list and what its mark says. `words` become part of the button's accessible name. */
export type VersionMark = {
  button: HTMLElement;
  modelId: ModelId;
  versionId: VersionId | undefined;
  state: MarkState;
  words: string;
};

/** Draws and keeps one status mark in each version's own button. Never a control: a click selects the version. */
export function createVersionMarks(worn: () => void): { draw(marks: readonly VersionMark[]): void } {
  let drawn = new Map<HTMLElement, HTMLElement>();
  const isPatient = createPutBackLimit(worn);
  return {
    draw(marks) {
      const next = new Map<HTMLElement, HTMLElement>();
      for (const mark of marks) {
        const old = drawn.get(mark.button);
        // Put back where React has replaced the button's children.
        if (old && old.parentElement !== mark.button && !isPatient()) {
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
  const { host } = createHost('version-mark');
  host.setAttribute('role', 'img');
  // Last child, never between siblings: survives React's re-renders of the button (site-facts.md C.5).
  button.append(host);
  return host;
}

function show(host: HTMLElement, mark: VersionMark): void {
  const { dataset } = host;
  const version = mark.versionId === undefined ? undefined : String(mark.versionId);
  if (dataset.vaulted === mark.state && dataset.vaultedVersion === version && host.ariaLabel === mark.words) return;
  if (dataset.vaulted !== mark.state) {
    host.shadowRoot?.replaceChildren(createSmallIcon(mark.state === 'error' ? 'failed' : mark.state));
  }
  dataset.vaulted = mark.state;
  dataset.vaultedModel = String(mark.modelId);
  if (version === undefined) delete dataset.vaultedVersion;
  else dataset.vaultedVersion = version;
  host.setAttribute('aria-label', mark.words);
  host.title = mark.words;
}
