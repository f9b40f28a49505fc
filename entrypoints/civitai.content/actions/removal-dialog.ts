import { createModalSheet, openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createName, createPart } from '@/entrypoints/civitai.content/dom/parts';
import { watchSteady } from '@/entrypoints/civitai.content/presses/steady';
import { type Naming, spokenNames } from '@/entrypoints/civitai.content/views/version-name';
import { describeRemovalRisk } from '@/utils/sentences/obstacle-sentences';
import { formatKb } from '@/utils/texts/format';
import { partsOf, t } from '@/utils/texts/texts';
import removalDialog from './removal-dialog.css?inline';
import type { RemovalFacts } from './removal-facts';

/** The version that the user is about to remove, as the page calls it. */
type Removal = Naming & {
  /** The vault holds it more than once, and a removal takes every copy (site-facts.md F.5). */
  isDuplicated?: boolean;
};

/**
 * How the question ended, and when (epoch ms). `doubtful`: the page may have led to the press. `elsewhere`: nothing was pressed, because no
 * press here would be enough.
 */
type Ending = { kind: 'confirmed' | 'doubtful' | 'elsewhere'; at: number };

/** "Remove" has to have been seen for this long. */
const REMOVE_AFTER_MS = 500;

const sheet = createModalSheet(removalDialog);

/**
 * Asks before a removal. Names the version, and says what is at stake once the `facts` are known; until then, and where the page
 * takes the version for another model's, nothing can be removed. To keep it is the default. `undefined`: the version is kept.
 * It gives way where the extension's own ground has to ask: one question is enough.
 */
export async function confirmRemoval(
  removal: Removal,
  facts: Promise<RemovalFacts>,
  signal: AbortSignal,
): Promise<Ending | undefined> {
  const name = createPart('p', 'version');
  const risk = createPart('p', 'risk', t('dialog.looking-up'));
  const keep = createPart('button', 'keep', t('dialog.keep'));
  const remove = createPart('button', 'remove', t('dialog.remove'));
  risk.setAttribute('aria-live', 'polite');
  name.replaceChildren(...nameParts(removal));
  remove.disabled = true;
  const title = createPart('h2', 'title', t('removal.title'));
  const copies = removal.isDuplicated ? [createPart('p', 'copies', t('dialog.copies'))] : [];
  const content = { title, body: [name, ...copies, risk], actions: [keep, remove] } as const;
  const closed = openModal(content, sheet, signal);
  const steady = watchSteady(remove, REMOVE_AFTER_MS, closed);
  let ending: Ending | undefined;
  const end = (kind: Ending['kind']): void => {
    ending = { kind, at: Date.now() };
    keep.click();
  };
  void facts.then(found => {
    if (found.elsewhere && !found.isOtherModel) return end('elsewhere');
    name.replaceChildren(...nameParts({ ...removal, ...namesOf(found, removal) }));
    showRisk(found, risk, remove);
    return steady.startAgain();
  });
  let pressedAt: number | undefined;
  remove.addEventListener('click', event => {
    if (!event.isTrusted) return;
    pressedAt = Date.now();
    void steady.isMeant().then(isMeant => end(isMeant ? 'confirmed' : 'doubtful'));
  });
  await closed;
  // The page has moved on while the press was judged: the user hasn't declined.
  if (signal.aborted && pressedAt !== undefined) return { kind: 'doubtful', at: pressedAt };
  return ending;
}

function namesOf(found: RemovalFacts, removal: Removal): Partial<Removal> {
  const { modelName = removal.modelName, versionName = removal.versionName } = found;
  return { modelName, versionName, sizeKb: removal.sizeKb ?? found.sizeKb };
}

function showRisk({ availability, isOtherModel }: RemovalFacts, risk: HTMLElement, remove: HTMLButtonElement): void {
  risk.textContent = isOtherModel ? t('dialog.other-model') : describeRemovalRisk(availability).risk;
  if (isOtherModel) remove.remove();
  remove.disabled = false;
}

function nameParts({ sizeKb, isDuplicated, ...naming }: Removal): (Node | string)[] {
  const { version, model } = spokenNames(naming);
  // A page may name a version whose model it doesn't know.
  if (!model) return [createName('strong', 'name', version)];
  const sized = isDuplicated ? 'dialog.version-sized-each' : 'dialog.version-sized';
  return partsOf(sizeKb === undefined ? 'version.of-model' : sized).map(part => {
    if ('text' in part) return part.text;
    if (part.name === 'version') return createName('strong', 'name', version);
    return createName('span', 'name', part.name === 'model' ? model : formatKb(sizeKb ?? 0));
  });
}
