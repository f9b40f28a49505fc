import type { Problem } from '@/utils/problem';

/** Why the database can't be opened. `damaged` and `newer`: only another one helps; the others pass, or are the user's to change. */
type Verdict = Extract<Problem, { kind: `storage-${string}` }>;

/** What the browsers call it. Every other name is of a store that is there and can't be read. */
const BY_NAME: Readonly<Record<string, Verdict['kind']>> = {
  // A newer release has been here, and the user has gone back.
  VersionError: 'storage-newer',
  QuotaExceededError: 'storage-full',
  // Firefox, where it keeps no history or the user refuses storage; a browser without IndexedDB.
  InvalidStateError: 'storage-refused',
  SecurityError: 'storage-refused',
  NotAllowedError: 'storage-refused',
  ReferenceError: 'storage-refused',
  TypeError: 'storage-refused',
};

let verdict: Verdict | undefined;
let isOpened = false;

/** Why the database could not be opened the last time; `undefined`: it could, or nothing has tried. */
export function storageProblem(): Verdict | undefined {
  return verdict;
}

/** True if the user may begin with a new store: the one that is there will never be read again. */
export function isBeyondRepair(): boolean {
  return verdict?.kind === 'storage-newer' || verdict?.kind === 'storage-damaged';
}

/** True if this worker has no database, because the browser refuses it. One that was open is only closed for now. */
export function isRefused(): boolean {
  return !isOpened && (verdict?.kind === 'storage-refused' || verdict?.kind === 'storage-brief');
}

/** Notes how an opening went; `error`: what it failed with. */
export function noteOpening(error?: unknown): void {
  if (isRefused()) return;
  isOpened ||= error === undefined;
  verdict =
    error === undefined ? undefined : { kind: BY_NAME[error instanceof Error ? error.name : ''] ?? 'storage-damaged' };
}

/** Notes that the little which has to outlive the worker has another place. */
export function noteSmallStore(): void {
  if (verdict?.kind === 'storage-refused') verdict = { kind: 'storage-brief' };
}

/** Another worker starts: it knows nothing of the openings before. */
export function forgetOpening(): void {
  isOpened = false;
  verdict = undefined;
}
