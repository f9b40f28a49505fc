import { createModalSheet, openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createName, createPart } from '@/entrypoints/civitai.content/dom/parts';
import { formatKb } from '@/utils/sentences/format';
import { describeRemovalRisk } from '@/utils/sentences/obstacle-sentences';
import removalDialog from './removal-dialog.css?inline';
import type { RemovalFacts } from './removal-facts';

/** The version that the user is about to remove, as the page calls it. */
type Removal = {
  modelName?: string | undefined;
  /** Absent until it is looked up; what neither page nor site names goes by `fallback`. */
  versionName?: string | undefined;
  fallback: string;
  sizeKb: number | undefined;
  /** The vault holds it more than once, and a removal takes every copy (site-facts.md F.5). */
  isDuplicated?: boolean;
};

const OTHER_MODEL =
  'This version belongs to another model than the one that this page speaks of. Your vault hasn’t changed. Reload the page and try again.';

const COPIES = 'Your vault holds this version more than once. Removing it removes every copy.';

const sheet = createModalSheet(removalDialog);

/**
 * Asks before a removal. Names the version, and says what is at stake once the `facts` are known; until then, and where the page
 * takes the version for another model's, nothing can be removed. "Keep" is the default. Resolves with the moment of the confirmation
 * (epoch ms), or `undefined` if the version is kept.
 */
export function confirmRemoval(
  removal: Removal,
  facts: Promise<RemovalFacts>,
  signal: AbortSignal,
): Promise<number | undefined> {
  const name = createPart('p', 'version');
  const risk = createPart('p', 'risk', 'Looking up whether it could be added again…');
  const keep = createPart('button', 'keep', 'Keep it');
  const remove = createPart('button', 'remove', 'Remove');
  risk.setAttribute('aria-live', 'polite');
  name.replaceChildren(...nameParts(removal));
  remove.disabled = true;
  void facts.then(found => {
    name.replaceChildren(...nameParts({ ...removal, ...namesOf(found, removal) }));
    showRisk(found, risk, remove);
  });
  let confirmedAt: number | undefined;
  remove.addEventListener('click', event => {
    if (!event.isTrusted) return;
    confirmedAt = Date.now();
    keep.click();
  });
  const title = createPart('h2', 'title', 'Remove from your vault?');
  const copies = removal.isDuplicated ? [createPart('p', 'copies', COPIES)] : [];
  const content = { title, body: [name, ...copies, risk], actions: [keep, remove] } as const;
  return openModal(content, sheet, signal).then(() => confirmedAt);
}

function namesOf(found: RemovalFacts, removal: Removal): Partial<Removal> {
  const { modelName = removal.modelName, versionName = removal.versionName } = found;
  return { modelName, versionName, sizeKb: removal.sizeKb ?? found.sizeKb };
}

function showRisk({ availability, isOtherModel }: RemovalFacts, risk: HTMLElement, remove: HTMLButtonElement): void {
  if (isOtherModel) {
    risk.textContent = OTHER_MODEL;
    remove.remove();
    return;
  }
  const { canReturn, risk: text } = describeRemovalRisk(availability);
  risk.textContent = text;
  risk.classList.toggle('is-risky', !canReturn);
  remove.textContent = canReturn ? 'Remove' : 'Remove anyway';
  remove.disabled = false;
}

function nameParts({ modelName, versionName, fallback, sizeKb, isDuplicated }: Removal): (Node | string)[] {
  const size = sizeKb === undefined ? '' : ` · ${formatKb(sizeKb)}${isDuplicated ? ' each' : ''}`;
  if (!versionName || !modelName) return [createName('strong', 'name', fallback), size];
  return [createName('strong', 'name', versionName), ' of ', createName('span', 'name', modelName), size];
}
