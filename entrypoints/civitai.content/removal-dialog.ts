import { formatKb } from '@/utils/format';
import { describeRemovalRisk } from '@/utils/obstacle-sentences';
import type { Availability } from '@/utils/version-offer';
import { createHost } from './closer-host';
import { bidi, createPart } from './host';
import { openModal } from './modal';

/** The version that the user is about to remove. */
export type Removal = {
  modelName: string;
  versionName: string;
  sizeKb: number | undefined;
  /** The vault holds it more than once, and a removal takes every copy (site-facts.md F.5). */
  isDuplicated: boolean;
};

/**
 * Asks before a removal. Names the version and its size, and says what is at stake as soon as `availability` is known;
 * until then nothing can be removed. Keep is the default. Resolves with the moment of the confirmation (epoch ms),
 * or `undefined` if the version is kept.
 */
export function askRemoval(
  removal: Removal,
  availability: Promise<Availability | undefined>,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { host, root } = createHost('dialog');
  const title = createPart('h2', 'title', 'Remove from your vault?');
  const name = createPart('p', 'version');
  const risk = createPart('p', 'risk', 'Looking up whether it could be added again…');
  const keep = createPart('button', 'keep', 'Keep it');
  const remove = createPart('button', 'remove', 'Remove');
  risk.setAttribute('aria-live', 'polite');
  name.append(bidi('strong', 'name', removal.versionName), ' of ', bidi('span', 'name', removal.modelName));
  if (removal.sizeKb !== undefined) name.append(` · ${formatKb(removal.sizeKb)}${removal.isDuplicated ? ' each' : ''}`);
  const copies = removal.isDuplicated
    ? [createPart('p', 'copies', 'Your vault holds this version more than once. Removing it removes every copy.')]
    : [];
  remove.disabled = true;
  void availability.then(found => {
    const { canReturn, risk: text } = describeRemovalRisk(found);
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
  return openModal(host, root, { title, body: [name, ...copies, risk], actions: [keep, remove], signal }).then(
    () => confirmedAt,
  );
}
