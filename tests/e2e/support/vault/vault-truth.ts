import type { VaultItemRow } from '@/sandbox/records.ts';
import type { Truth } from '@/tests/e2e/support/site/shown.ts';
import type { Member, Stage } from '@/tests/e2e/support/stage.ts';

const STATES = { Stored: 'in', Pending: 'pending', Failed: 'failed' } as const;

type WithSandbox = Pick<Stage, 'sandbox'>;

/** Rows of a version in an account's vault, as the sandbox's own database has them. */
export function rowsOf({ sandbox }: WithSandbox, account: string, versionId: number): VaultItemRow[] {
  return sandbox.vault.items(sandbox.accounts.get(account).id, versionId);
}

/** What a mark has to say of a version, by the sandbox's own database. */
export function expectedState(
  stage: WithSandbox,
  account: string,
  versionId: number,
): (typeof STATES)[keyof typeof STATES] | 'out' {
  const [row] = rowsOf(stage, account, versionId);
  return row ? STATES[row.status] : 'out';
}

/** What a member's vault really holds, by version and by model, as marks have to show it. */
export function vaultTruth({ sandbox }: WithSandbox, member: Member): Truth {
  const truth: Truth = { versions: {}, models: {} };
  for (const row of sandbox.vault.items(sandbox.accounts.get(member).id)) {
    const state = STATES[row.status];
    const modelId = sandbox.catalogue.findModelOfVersion(row.modelVersionId)?.id ?? row.modelId;
    truth.versions[row.modelVersionId] = state;
    truth.models[modelId] = [...(truth.models[modelId] ?? []), state];
  }
  return truth;
}

/** Whether the public can get a version, by the catalogue alone. */
export function isPublic({ sandbox }: WithSandbox, versionId: number): boolean {
  const version = sandbox.catalogue.findVersion(versionId);
  const model = sandbox.catalogue.findModelOfVersion(versionId);
  if (!version || !model) return false;
  const isOpen = model.availability !== 'Private' && version.availability === 'Public' && !version.paidAccess;
  const isPublished = model.status === 'Published' && version.status === 'Published';
  return isOpen && isPublished && version.usageControl === 'Download' && model.mode === null;
}
