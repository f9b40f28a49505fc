import type { JournalRow } from '@/entrypoints/background/storage/rows';
import type { Scenario } from '@/tests/property/scenario';
import type { Commit, ServerModel } from '@/tests/property/server-model';
import type { VersionId } from '@/utils/civitai/ids';
import type { VersionFact } from '@/utils/vault/membership';

export type Target = 'in' | 'out';

/** "Add the new one, then remove the old." */
export type SwapRecord = {
  old: number;
  newer: number;
  session: string;
  at: number;
  life: number;
  /** When the worker heard that the new one is in. */
  addedAt: number | undefined;
  /** When the check was asked that looks at the new one. */
  lookedAt: number | undefined;
  outcome?: 'swapped' | 'kept';
};

/** One intent as a tab made it. */
export type IntentRecord = {
  version: number;
  target: Target;
  at: number;
  /** Time during which the laptop was awake. */
  awakeAt: number;
  confirmedAt: number;
  /** Once it is out it is to be added again; of an addition: it is the user's yes to that. */
  isAgain: boolean;
  /** The sign-in whose vault the tab shows. */
  session: string;
  /** By then the user was signed out, or signed in to another account. */
  isForeign: boolean;
  /** Number of the worker's life it was said to. */
  life: number;
  settled: boolean;
  /** It is one half of a swap. */
  swap?: SwapRecord;
  /** The user took it back before it was sent. */
  undone: boolean;
  /** The user wanted that. Where the worker was killed before it could say so, it may have been done. */
  undoAsked: boolean;
  /** An addition that took a removal back, or that removal: there was no request, so both go by what is known. */
  tookBack: boolean;
  /** The user didn't want to wait until its grace is over. */
  hastened: boolean;
  /** Its worker was killed before it was written down. */
  lost: boolean;
  attempts: Attempt[];
};

export type Attempt = {
  version: number;
  meant: Target;
  sentAt: number;
  checkedAt: number;
  /** A removal whose grace was over. */
  isDue: boolean;
  commit: Commit | undefined;
  /** What the worker heard. */
  answer: Target | undefined;
};

export type OracleParts = {
  scenario: Scenario;
  server: ServerModel;
  now(): number;
  awake(): number;
  slept(): number;
  journal: ReadonlyMap<VersionId, JournalRow>;
};

/** What the oracle has seen so far. */
export type Records = OracleParts & {
  intents: IntentRecord[];
  /** Intents for a vault of which the user was signed out. */
  foreign: IntentRecord[];
  attempts: Attempt[];
  swaps: SwapRecord[];
  checks: Map<number, { kept: Target; askedAt: number }>;
  answers: Map<number, { kept: Target; until: number }>;
  facts: Map<number, VersionFact>;
  /** When pages last heard that the vault holds a version twice. */
  toldTwice: Map<number, number>;
  /** Presses of the site's own button after which a check has to be believed. */
  presses: Map<number, { at: number; awakeAt: number; life: number }>;
  expected: { done: boolean; isFor: () => boolean }[];
  life: number;
  signedOutAt: number;
  clockSetAt: number;
  /** Notes that a promise was broken, unless it `holds`. */
  demand(holds: boolean, what: string): void;
  /** Throws if any was. */
  throwIfBroken(): void;
};

export function createRecords(parts: OracleParts): Records {
  const failures: string[] = [];
  return {
    ...parts,
    intents: [],
    foreign: [],
    attempts: [],
    swaps: [],
    checks: new Map(),
    answers: new Map(),
    facts: new Map(),
    toldTwice: new Map(),
    presses: new Map(),
    expected: [],
    life: 0,
    signedOutAt: Number.NEGATIVE_INFINITY,
    clockSetAt: Number.NEGATIVE_INFINITY,
    demand(holds, what) {
      if (!holds) failures.push(`${Math.round(parts.now())} ms: ${what}`);
    },
    throwIfBroken() {
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },
  };
}
