import { useState } from 'preact/hooks';
import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import type { KeepOneMessages } from '@/utils/messages/keep-one';
import type { Result } from '@/utils/problem';
import { describeInFull } from '@/utils/sentences/describe-problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { judgeReAdd } from './judge-re-add';
import type { ReAddActions, ReAddState } from './re-add';

/** What adding again needs from the page. No function rejects. */
type ReAddHost = Pick<KeepOneMessages, 'freshAvailability' | 'reAdd'> & {
  /** Requests the figures from the site. */
  refresh(): Promise<Result<Snapshot>>;
  /** Epoch ms. */
  now(): number;
};

type Touched = ReadonlyMap<VersionId, { item: MirroredItem; state: ReAddState }>;

/** Removing failed versions and adding them again: the state of each row that the user has used, and the actions of any. */
export function useReAdd(host: ReAddHost, session: string | undefined, facts: readonly VersionFact[]) {
  const [touched, setTouched] = useState<Touched>(new Map());

  const actionsFor = (item: MirroredItem): ReAddActions => {
    const { modelVersionId: versionId } = item;
    const setState = (state: ReAddState): void => setTouched(before => new Map(before).set(versionId, { item, state }));
    return {
      async check() {
        setState({ kind: 'checking' });
        const version = { versionId, modelId: item.modelId };
        const [account, answer] = await Promise.all([host.refresh(), host.freshAvailability(version)]);
        const fact = facts.find(each => each.versionId === versionId);
        setState({ kind: 'judged', verdict: judgeReAdd(item, fact, answer, account, host.now()) });
      },
      async confirm() {
        if (session === undefined) return;
        setState({ kind: 'working' });
        setState(await reAdd(host, item, session));
      },
      dismiss: () => setState({ kind: 'idle', isBack: true }),
    };
  };

  return { touched, actionsFor };
}

async function reAdd(host: ReAddHost, item: MirroredItem, session: string): Promise<ReAddState> {
  const { modelVersionId: versionId, modelId } = item;
  const confirmedAt = host.now();
  const result = await host.reAdd({ session, versionId, confirmedAt, modelId });
  const problem = result.ok ? result.value.problem : result.problem;
  if (problem) return { kind: 'missed', why: describeInFull(problem, host.now()) };
  // Another tab has withdrawn the removal before it was sent: nothing has changed.
  const isUnchanged = result.ok && result.value.state === 'failed';
  return isUnchanged ? { kind: 'idle', isBack: true } : { kind: 'done' };
}
