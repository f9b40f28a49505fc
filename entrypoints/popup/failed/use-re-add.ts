import { useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import { describeInFull } from '@/utils/sentences/describe-problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { RowActions, RowState } from './failed-row';
import { judgeReAdd } from './judge-re-add';

type Touched = ReadonlyMap<VersionId, { item: MirroredItem; state: RowState }>;

/** Removing failed versions and adding them again: the state of each row that the user has used, and the actions of any. */
export function useReAdd(host: PopupHost, snapshot: Snapshot, facts: readonly VersionFact[]) {
  const [touched, setTouched] = useState<Touched>(new Map());

  const actionsFor = (item: MirroredItem): RowActions => {
    const { modelVersionId: versionId } = item;
    const setState = (state: RowState): void => setTouched(before => new Map(before).set(versionId, { item, state }));
    return {
      async check() {
        setState({ kind: 'checking' });
        const version = { versionId, modelId: item.modelId };
        const [account, answer] = await Promise.all([host.refresh(), host.freshAvailability(version)]);
        const fact = facts.find(each => each.versionId === versionId);
        setState({ kind: 'judged', verdict: judgeReAdd(item, fact, answer, account, host.now()) });
      },
      async confirm() {
        setState({ kind: 'working' });
        setState(await reAdd(host, item, snapshot.session));
      },
      dismiss: () => setState({ kind: 'idle', isBack: true }),
    };
  };

  return { touched, actionsFor };
}

async function reAdd(host: PopupHost, item: MirroredItem, session: string): Promise<RowState> {
  const { modelVersionId: versionId, modelId } = item;
  const confirmedAt = host.now();
  const result = await host.reAdd({ session, versionId, confirmedAt, modelId });
  const problem = result.ok ? result.value.problem : result.problem;
  if (problem) return { kind: 'missed', why: describeInFull(problem, host.now()) };
  // Another tab has withdrawn the removal before it was sent: nothing has changed.
  const isUnchanged = result.ok && result.value.state === 'failed';
  return isUnchanged ? { kind: 'idle', isBack: true } : { kind: 'done' };
}
