import type { VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { OwnGroundAnswer, RemovalAsked, RemovalForeseen, RemovalQuestion } from '@/utils/messages/own-ground';
import { ONCE, REPEATABLE, request, takes } from '@/utils/messages/request';
import type { PutBack } from '@/utils/vault/can-be-put-back';

// The rows of the removals that are confirmed on the extension's own ground; like requests.ts, only rows are exported here.

const isAnswer = (value: unknown): value is OwnGroundAnswer => isRecord(value) && typeof value.outcome === 'string';
const isQuestion = (value: unknown): value is RemovalQuestion => isRecord(value) && isRecord(value.why);
const isPutBack = (value: unknown): value is PutBack => isRecord(value) && typeof value.can === 'boolean';
const isOutcome = (value: unknown): value is { isRemoved: boolean } =>
  isRecord(value) && typeof value.isRemoved === 'boolean';

/** "Ask the user about this removal on your own ground": nothing has been confirmed, and nothing is removed by it. */
export const askRemoval = request('ask-removal', 'site', ONCE, takes<RemovalAsked>, isAnswer);

/** Where a removal will be confirmed, as far as is known from what is stored and from the site's public word. */
export const foreseeRemoval = request(
  'foresee-removal',
  'site',
  REPEATABLE,
  takes<{ session: string; versionId: VersionId }>,
  isRecord<RemovalForeseen>,
);

/** The open question with this id. */
export const removalQuestion = request('removal-question', 'confirm', REPEATABLE, takes<{ id: string }>, isQuestion);

/** Whether the version of that question could be put back, looked up now. */
export const removalVerdict = request('removal-verdict', 'confirm', REPEATABLE, takes<{ id: string }>, isPutBack);

/** The user's answer. Answered when it is known what came of it. */
export const answerRemoval = request(
  'answer-removal',
  'confirm',
  ONCE,
  ({ isConfirmed }: { id: string; isConfirmed: boolean }) =>
    isConfirmed ? { kind: 'unsettled', target: 'out' } : { kind: 'unexpected' },
  isOutcome,
);
