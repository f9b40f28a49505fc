import type { Truth } from './shown.ts';
import type { Member, Stage } from './stage.ts';

const STATES = { Stored: 'in', Pending: 'pending', Failed: 'failed' } as const;

/** What a member's vault really holds, by version and by model, as marks have to show it. */
export function vaultTruth({ sandbox }: Pick<Stage, 'sandbox'>, member: Member): Truth {
  const truth: Truth = { versions: {}, models: {} };
  for (const row of sandbox.vault.items(sandbox.accounts.get(member).id)) {
    const state = STATES[row.status];
    const modelId = sandbox.catalogue.findModelOfVersion(row.modelVersionId)?.id ?? row.modelId;
    truth.versions[row.modelVersionId] = state;
    truth.models[modelId] = [...(truth.models[modelId] ?? []), state];
  }
  return truth;
}
