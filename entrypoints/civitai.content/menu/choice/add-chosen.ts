import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import type { Choice } from '@/entrypoints/civitai.content/views/choices';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';

/** These are about one version; after any other problem the next version would meet the same. */
const OF_ONE_VERSION: readonly Problem['kind'][] = [
  'not-available',
  'unsettled',
  'not-done',
  'just-changed',
  'contradicted',
  'duplicated',
];

/** How it goes with one version. `left`: it was not sent. */
export type Step =
  | { kind: 'adding'; number: number }
  | { kind: 'added' }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'left' };

/** What came of all of them. `stoppedBy`: why the rest was not sent, where it wasn't the user. */
export type Ending = { added: number; left: number; stoppedBy?: Problem };

/**
 * Adds versions one after the other, each by an intent of its own. Where the vault is full, or nothing can be added for another reason
 * that isn't the version's own, the rest is not sent; neither is it once `stop` has aborted. `session`: under which they were chosen.
 */
export async function addChosen(
  add: Intents['add'],
  chosen: readonly Pick<Choice, 'versionId' | 'naming'>[],
  session: string,
  record: (versionId: VersionId, step: Step) => void,
  stop: AbortSignal,
): Promise<Ending> {
  const ending: Ending = { added: 0, left: 0 };
  for (const [index, { versionId, naming }] of chosen.entries()) {
    if (ending.stoppedBy || stop.aborted) {
      ending.left += 1;
      record(versionId, { kind: 'left' });
      continue;
    }
    record(versionId, { kind: 'adding', number: index + 1 });
    const problem = await add(naming, versionId, { isOfList: true, session });
    if (!problem) ending.added += 1;
    else if (!OF_ONE_VERSION.includes(problem.kind)) ending.stoppedBy = problem;
    record(versionId, problem ? { kind: 'refused', problem } : { kind: 'added' });
  }
  return ending;
}
