import { createName, createPart } from '@/entrypoints/civitai.content/dom/host';
import { openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createHost } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { formatKb } from '@/utils/sentences/format';
import { describeRemovalRisk } from '@/utils/sentences/obstacle-sentences';
import type { RemovalFacts } from './removal-facts';

/** The version that the user is about to remove, as the page calls it. */
export type Removal = {
  modelName: string;
  versionName: string;
  sizeKb: number | undefined;
  /** The vault holds it more than once, and a removal takes every copy (site-facts.md F.5). */
  isDuplicated?: boolean;
};

const ANOTHER =
  'This version belongs to another model than the one that this page speaks of. Your vault hasn’t changed. Reload the page and try again.';

const COPIES = 'Your vault holds this version more than once. Removing it removes every copy.';

/**
 * Asks before a removal. Names the version and its size, and says what is at stake as soon as the `facts` are known;
 * until then nothing can be removed, and never what the page takes for another model's. Keep is the default. Resolves with the moment of
 * the confirmation (epoch ms), or `undefined` if the version is kept.
 */
export function askRemoval(
  removal: Removal,
  facts: Promise<RemovalFacts>,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { host, root } = createHost('dialog');
  const title = createPart('h2', 'title', 'Remove from your vault?');
  const name = createPart('p', 'version');
  const risk = createPart('p', 'risk', 'Looking up whether it could be added again…');
  const keep = createPart('button', 'keep', 'Keep it');
  const remove = createPart('button', 'remove', 'Remove');
  risk.setAttribute('aria-live', 'polite');
  name.replaceChildren(...wordsFor(removal));
  const copies = removal.isDuplicated ? [createPart('p', 'copies', COPIES)] : [];
  remove.disabled = true;
  void facts.then(({ availability, isAnother, ...names }) => {
    name.replaceChildren(...wordsFor({ ...removal, ...names }));
    if (isAnother) {
      risk.textContent = ANOTHER;
      remove.remove();
      return;
    }
    const { canReturn, risk: text } = describeRemovalRisk(availability);
    risk.textContent = text;
    risk.classList.toggle('is-risky', !canReturn);
    remove.textContent = canReturn ? 'Remove' : 'Remove anyway';
    remove.disabled = false;
  });
  let confirmedAt: number | undefined;
  remove.addEventListener('click', event => {
    if (!event.isTrusted) return;
    confirmedAt = Date.now();
    keep.click();
  });
  const content = { title, body: [name, ...copies, risk], actions: [keep, remove], signal } as const;
  return openModal(host, root, content).then(() => confirmedAt);
}

function wordsFor({ modelName, versionName, sizeKb, isDuplicated }: Removal): (Node | string)[] {
  const size = sizeKb === undefined ? '' : ` · ${formatKb(sizeKb)}${isDuplicated ? ' each' : ''}`;
  return [createName('strong', 'name', versionName), ' of ', createName('span', 'name', modelName), size];
}
