import type { Connection, Snapshot } from '@/utils/account';
import type { Problem, Result } from '@/utils/problem';

/** What the popup knows of the vault. `problem` is why the last refresh brought nothing new. */
export type VaultStory = { snapshot: Snapshot | undefined; problem: Problem | undefined; isRefreshing: boolean };

/** What can happen to it. */
export type VaultEvent =
  | { event: 'stored'; snapshot: Snapshot | undefined }
  | { event: 'asked' }
  | { event: 'answered'; result: Result<Snapshot> }
  | { event: 'connection'; connection: Connection };

/** What is on screen. */
export type Screen =
  | { kind: 'loading' }
  | { kind: 'sign-in'; reason: Problem | undefined }
  | { kind: 'vault'; snapshot: Snapshot; problem: Problem | undefined }
  | { kind: 'trouble'; problem: Problem };

export const untold: VaultStory = { snapshot: undefined, problem: undefined, isRefreshing: true };

function answered(story: VaultStory, result: Result<Snapshot>): VaultStory {
  if (result.ok) return { snapshot: result.value, problem: undefined, isRefreshing: false };
  // Figures without an account are nobody's.
  const snapshot = result.problem.kind === 'not-signed-in' ? undefined : story.snapshot;
  return { snapshot, problem: result.problem, isRefreshing: false };
}

function connected(story: VaultStory, connection: Connection): VaultStory {
  if (connection.kind === 'signed-out') return { ...untold, problem: { kind: 'not-signed-in' }, isRefreshing: false };
  if (connection.kind === 'key-refused') return { ...story, problem: { kind: 'key-refused' }, isRefreshing: false };
  const isSame = story.snapshot?.session === connection.session;
  const isShut = story.problem?.kind === 'not-signed-in' || story.problem?.kind === 'key-refused';
  return {
    ...story,
    snapshot: isSame ? story.snapshot : undefined,
    problem: isShut || !isSame ? undefined : story.problem,
  };
}

/** The story after an event. */
export function tell(story: VaultStory, happened: VaultEvent): VaultStory {
  switch (happened.event) {
    case 'stored':
      return { ...story, snapshot: happened.snapshot };
    case 'asked':
      return { ...story, isRefreshing: true };
    case 'answered':
      return answered(story, happened.result);
    case 'connection':
      return connected(story, happened.connection);
  }
}

/** Which screen the story leads to. Last known figures stay on screen through every problem but a missing account. */
export function screenOf({ snapshot, problem }: VaultStory): Screen {
  if (problem?.kind === 'not-signed-in') return { kind: 'sign-in', reason: undefined };
  if (problem?.kind === 'key-refused') return { kind: 'sign-in', reason: problem };
  if (snapshot) return { kind: 'vault', snapshot, problem };
  return problem ? { kind: 'trouble', problem } : { kind: 'loading' };
}
