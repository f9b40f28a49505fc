import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { VersionFact } from '@/utils/vault/membership';

/**
 * Announces facts in the order in which they changed. What only the mirror knows of a version is added: what is being done about it says
 * nothing without its state, and a mark would lose its hint. One that is out has none.
 */
export function createFactsAnnouncer(
  { addMirrorFacts }: Pick<Mirror, 'addMirrorFacts'>,
  announceFacts: (facts: VersionFact[], session: string) => void,
) {
  let last: Promise<VersionFact[]> | undefined;
  return (facts: VersionFact[], session: string): void => {
    const before = last;
    if (!before && facts.every(({ state }) => state === 'out')) {
      announceFacts(facts, session);
      return;
    }
    const complete = addMirrorFacts(facts).catch(() => facts);
    const done = Promise.all([complete, before]).then(([known]) => {
      announceFacts(known, session);
      if (last === done) last = undefined;
      return known;
    });
    last = done;
  };
}
