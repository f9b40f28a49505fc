import { createModalSheet, openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createName, createPart } from '@/entrypoints/civitai.content/dom/parts';
import { watchSteady } from '@/entrypoints/civitai.content/presses/steady';
import { type Naming, spokenNames } from '@/entrypoints/civitai.content/views/version-name';
import type { ScreenPoint } from '@/utils/messages/own-ground';
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

/** What the user pressed, when (epoch ms), and where on the screen. `doubtful`: the page may have led to the press. */
type Confirmation = { kind: 'confirmed' | 'doubtful'; at: number; pressedAt?: ScreenPoint };

/** "Remove" has to have been seen for this long. */
const REMOVE_AFTER_MS = 500;

const sheet = createModalSheet(removalDialog);

/**
 * Asks before a removal. Names the version, and says what is at stake once the `facts` are known; until then, and where the page
 * takes the version for another model's, nothing can be removed. To keep it is the default. `undefined`: the version is kept.
 */
export function confirmRemoval(
  removal: Removal,
  facts: Promise<RemovalFacts>,
  signal: AbortSignal,
): Promise<Confirmation | undefined> {
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
  void facts.then(found => {
    name.replaceChildren(...nameParts({ ...removal, ...namesOf(found, removal) }));
    showRisk(found, risk, remove);
    steady.startAgain();
  });
  let confirmation: Confirmation | undefined;
  remove.addEventListener('click', event => {
    if (!event.isTrusted) return;
    // A key presses no point of the screen.
    const point = event.detail > 0 && { pressedAt: { x: event.screenX, y: event.screenY } };
    void steady.isMeant().then(isMeant => {
      confirmation = { kind: isMeant ? 'confirmed' : 'doubtful', at: Date.now(), ...point };
      keep.click();
    });
  });
  return closed.then(() => confirmation);
}

function namesOf(found: RemovalFacts, removal: Removal): Partial<Removal> {
  const { modelName = removal.modelName, versionName = removal.versionName } = found;
  return { modelName, versionName, sizeKb: removal.sizeKb ?? found.sizeKb };
}

function showRisk({ availability, isOtherModel }: RemovalFacts, risk: HTMLElement, remove: HTMLButtonElement): void {
  if (isOtherModel) {
    risk.textContent = t('dialog.other-model');
    remove.remove();
    return;
  }
  const { canReturn, risk: text } = describeRemovalRisk(availability);
  risk.textContent = text;
  risk.classList.toggle('is-risky', !canReturn);
  remove.textContent = t(canReturn ? 'dialog.remove' : 'dialog.remove-anyway');
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
