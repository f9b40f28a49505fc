/** Words that the house no longer uses, what it says instead, and the folder where that holds, if not everywhere. */
export type Retired = { words: string[]; now: string; within?: string };

const BACKGROUND = 'entrypoints/background/';
const CONTENT_SCRIPT = 'entrypoints/civitai.content/';

/** Parts of any identifier or file name: `wish` is found in `sendWish` and `wish-list.ts`, not in `wishful`. */
export const RETIRED_PARTS: Retired[] = [
  { words: ['wish', 'wishes', 'wished'], now: 'intent' },
  { words: ['told', 'tell', 'tells'], now: 'confirm, record, announce, answer or reduce, as it is meant' },
  { words: ['doubt', 'doubts', 'doubtful'], now: 'unanswered' },
  { words: ['ledger'], now: 'usage tracker' },
  { words: ['pace'], now: 'throttle guard' },
  { words: ['deafUntil', 'deaf'], now: 'cooldown' },
  { words: ['quiet'], now: 'cooldown', within: BACKGROUND },
  { words: ['offer', 'offers'], now: 'availability' },
  { words: ['stock'], now: 'vault summary' },
  { words: ['visitor'], now: 'site account' },
  { words: ['closer'], now: 'on-demand script' },
  { words: ['kit'], now: 'on-demand script' },
  { words: ['revive', 'revived'], now: 'restore' },
  { words: ['asker', 'story'], now: 'account state' },
  { words: ['freshen', 'renew'], now: 'refresh-if-stale, refresh-now' },
];

/** Names of files, types and constants as a whole; the words are ordinary English everywhere else. */
export const RETIRED_NAMES: Retired[] = [
  { words: ['Line', 'line'], now: 'VersionTask', within: BACKGROUND },
  { words: ['Post', 'PostRow', 'post'], now: 'attempt', within: BACKGROUND },
  { words: ['Place', 'place'], now: 'enqueue-intent', within: BACKGROUND },
  { words: ['Want', 'want'], now: 'intent' },
  { words: ['Watch', 'watch'], now: 'pending poller', within: BACKGROUND },
  { words: ['Look', 'look', 'known', 'names'], now: 'check-versions, cached-versions, item-names' },
  { words: ['Reach', 'reach'], now: 'on-demand script', within: CONTENT_SCRIPT },
  { words: ['Room', 'room'], now: 'free space', within: BACKGROUND },
  { words: ['Badge', 'badge'], now: 'mark' },
  { words: ['carry-out'], now: 'send-toggle' },
  {
    words: ['drive', 'work', 'answers', 'reasons'],
    now: 'run-task, task-steps, handle-response, explain-refusal',
    within: BACKGROUND,
  },
  { words: ['FRESH_MS', 'REST_MS'], now: 'a name that says what the time is for' },
];

/** Subjects that can be named: "the worker", "the site", "the user". */
export const RETIRED_SUBJECTS = ['nobody', 'somebody', 'whoever', 'anybody', 'anyone', 'everybody'];

export const MOST_WORDS_IN_A_SENTENCE = 30;
