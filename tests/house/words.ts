import { posix } from 'node:path';
import type { Source } from './sources';

/** Words that the house no longer uses, what it says instead, and the folder where that holds, if not everywhere. */
type Retired = { words: string[]; now: string; within?: string };

const BACKGROUND = 'entrypoints/background/';
const CONTENT_SCRIPT = 'entrypoints/civitai.content/';

/** Parts of any identifier or file name: `wish` is found in `sendWish` and `wish-list.ts`, not in `wishful`. */
const RETIRED_PARTS: Retired[] = [
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
const RETIRED_NAMES: Retired[] = [
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
const RETIRED_SUBJECTS = ['nobody', 'somebody', 'whoever', 'anybody', 'anyone', 'everybody'];

const MOST_WORDS_IN_A_SENTENCE = 30;

const partsOf = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^a-zA-Z\d]+/)
    .map(part => part.toLowerCase());

/** Whether all parts of `word` stand beside each other in `name`: `deafUntil` in `isDeafUntilNoon`. */
const hasParts = (name: string, word: string) =>
  ` ${partsOf(name).join(' ')} `.includes(` ${partsOf(word).join(' ')} `);

/** What the house says instead of this name, if it is retired; `isWhole` if it is a file's, a type's or a constant's. */
function replacement(path: string, name: string, isWhole: boolean): string | undefined {
  const holds = ({ within = '' }: Retired) => path.startsWith(within);
  const part = RETIRED_PARTS.filter(holds).find(({ words }) => words.some(word => hasParts(name, word)));
  const whole = isWhole ? RETIRED_NAMES.filter(holds).find(({ words }) => words.includes(name)) : undefined;
  return (part ?? whole)?.now;
}

/** A sentence for every file whose name has a retired word. */
export function retiredFiles(files: readonly string[]): string[] {
  return files.flatMap(file => {
    const now = replacement(file, posix.basename(file).replace(/\..+$/, ''), true);
    return now ? [`${file}: the house says ${now}`] : [];
  });
}

/** A sentence for every identifier with a retired word, exported or not. */
export function retiredIdentifiers(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, identifiers }) =>
    [...identifiers].flatMap(name => {
      const now = replacement(path, name, /^[A-Z]/.test(name));
      return now ? [`${path}: ${name}, the house says ${now}`] : [];
    }),
  );
}

/** The sentences of one comment, without its stars, its code and its lists' dashes. */
function sentencesOf(comment: string): string[] {
  const lines = comment.split('\n').map(line => line.replace(/^\s*\*+ ?/, ''));
  // What is set in is a command or a piece of code.
  const prose = lines.filter(line => !/^ {4}/.test(line)).map(line => line.trim().replace(/^(- |@\w+|$)/, '\n'));
  return prose
    .join(' ')
    .replace(/`[^`]*`/g, 'code')
    .split(/\n|(?<=[.!?])\s+/);
}

const lengthOf = (sentence: string) => sentence.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
const subject = new RegExp(`\\b(${RETIRED_SUBJECTS.join('|')})\\b`, 'i');

/** A sentence for every one in the comments that is too long or has no subject that can be named. */
export function unclear(path: string, comments: readonly string[]): string[] {
  return comments.flatMap(sentencesOf).flatMap(sentence => {
    const [word] = subject.exec(sentence) ?? [];
    const length = lengthOf(sentence);
    const start = sentence.trim().slice(0, 60);
    return [
      ...(word ? [`${path}: "${word}" in "${start} …"`] : []),
      ...(length > MOST_WORDS_IN_A_SENTENCE ? [`${path}: ${length} words in "${start} …"`] : []),
    ];
  });
}

export const styleComments = (text: string): string[] =>
  [...text.matchAll(/\/\*([\s\S]*?)\*\//g)].map(([, comment = '']) => comment);
