import type { TaskList } from '@/entrypoints/background/vault/task/task-list';
import type { TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import type { VersionId } from '@/utils/civitai/ids';
import type { RemovalChange } from '@/utils/messages/protocol';
import type { VersionFact } from '@/utils/vault/membership';

/** The removals of a session that were not sent. */
export type SessionRemovals = {
  /** Those that can be taken back, and those that an earlier worker or session has left. */
  removals(): Promise<VersionFact[]>;
  /** What the user wants of them. Resolves with the versions that it could be done for. */
  changeRemovals(ids: readonly VersionId[], how: RemovalChange): Promise<VersionId[]>;
};

/** `ready` resolves once what is stored was read. */
export function createSessionRemovals(context: TaskContext, tasks: TaskList, ready: Promise<void>): SessionRemovals {
  const { facts } = context;
  return {
    removals: () => ready.then(() => [...new Set([...tasks.removals(), ...facts.unsent()])].map(facts.compose)),
    changeRemovals: (ids, how) =>
      ready.then(() => {
        if (how === 'now') return tasks.sendNow(ids);
        if (how === 'still') return tasks.confirmAgain(ids);
        return [...tasks.takeBack(ids), ...noteRead(context, tasks, ids)];
      }),
  };
}

/** The user has read what was left unsent, and wants no more of it. */
function noteRead(
  { parts, session, facts, announce }: TaskContext,
  tasks: TaskList,
  ids: readonly VersionId[],
): VersionId[] {
  const unsent = new Set(facts.unsent());
  const read = ids.filter(id => unsent.has(id) && !tasks.activityOf(id));
  if (read.length === 0) return read;
  const rows = read.map(id => facts.recordOutcome(id, 'out', undefined));
  void parts.store.save(session.session, { facts: rows }).catch(() => false);
  announce(read);
  return read;
}
