import type { History } from '@/entrypoints/background/history/history';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import { QUESTION_VALID_MS } from '@/entrypoints/background/removal/own-ground';
import type { SiteRemovals } from '@/entrypoints/background/removal/site-removals';
import type { RemovalQuestion } from '@/utils/messages/own-ground';
import { fail, ok, type Result } from '@/utils/problem';

/** What own ground needs of the rest of the background. */
export type OwnGroundServices = {
  history: Pick<History, 'submit'>;
  mirror: Pick<Mirror, 'byVersions' | 'itemNames'>;
  removals: Pick<SiteRemovals, 'ask' | 'foresee' | 'ownGround' | 'verdict'>;
  now: () => number;
};

/** The open question in the vault's own words: a page's words are none of it. */
export async function describeQuestion(
  { removals, mirror }: OwnGroundServices,
  id: string,
): Promise<Result<RemovalQuestion>> {
  const question = await removals.ownGround.find(id);
  if (!question) return fail({ kind: 'removal-expired' });
  const { versionId, why, askedAt } = question;
  const [names, [fact]] = await Promise.all([mirror.itemNames(versionId), mirror.byVersions([versionId])]);
  const { sizeKb } = fact ?? {};
  const expiresAt = askedAt + QUESTION_VALID_MS;
  return ok({ versionId, why, expiresAt, ...names, ...(sizeKb !== undefined && { sizeKb }) });
}

/** Carries out what the user has answered; a question is answered once. */
export async function answerQuestion(
  { removals, history, now }: OwnGroundServices,
  { id, isConfirmed }: { id: string; isConfirmed: boolean },
): Promise<Result<{ isRemoved: boolean }>> {
  const question = await removals.ownGround.answer(id, isConfirmed);
  if (!isConfirmed) return ok({ isRemoved: false });
  if (!question) return fail({ kind: 'removal-expired' });
  const { session, versionId } = question;
  const result = await history.submit({ session, versionId, target: 'out', confirmedAt: now() }, 'window');
  if (!result.ok) return result;
  // The user may have taken it back before it was sent.
  return result.value.problem ? fail(result.value.problem) : ok({ isRemoved: result.value.state === 'out' });
}
