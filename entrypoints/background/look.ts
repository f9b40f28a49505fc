import type { ModelId, VersionId } from '@/utils/ids';
import type { ModelFact } from '@/utils/membership';
import type { Look } from '@/utils/protocol';
import type { Settings } from '@/utils/settings';
import type { Account } from './account';
import type { VaultEngine } from './vault/engine';

export type LookParts = {
  account: Pick<Account, 'connection'>;
  engine: Pick<VaultEngine, 'look'>;
  /** What this browser knows of the models, without a request. */
  models(modelIds: readonly ModelId[]): Promise<ModelFact[]>;
  settings(): Promise<Settings>;
};

/** Answers a page: who is signed in, and what the vault says of its versions and models. Without a key nothing is asked. */
export async function look(
  parts: LookParts,
  versionIds: readonly VersionId[],
  modelIds: readonly ModelId[] = [],
): Promise<Look> {
  const settings = await parts.settings();
  const nothing = { facts: [], models: [], settings };
  const before = await parts.account.connection();
  if (before.kind !== 'signed-in') return { connection: before, ...nothing };
  const [looked, models] = await Promise.all([
    versionIds.length > 0 ? parts.engine.look(versionIds) : { facts: [] },
    modelIds.length > 0 ? parts.models(modelIds) : [],
  ]);
  const connection = await parts.account.connection();
  // A sign-out or another key in between: these facts are of a vault that is not this one.
  const isSame = connection.kind === 'signed-in' && connection.session === before.session;
  return isSame ? { connection, ...looked, models, settings } : { connection, ...nothing };
}
