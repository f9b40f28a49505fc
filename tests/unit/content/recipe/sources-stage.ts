import type { ActionSources } from '@/entrypoints/civitai.content/actions/intents';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import type { VaultState } from '@/utils/vault/membership';

/** A page that knows these states; each version is called v1 and needs 1 GB. */
export function sourcesWith(states: Map<VersionId, VaultState>): ActionSources {
  const refused = async () => fail({ kind: 'unexpected' });
  const client = fakeClient({
    fact: versionId => ({ versionId, state: states.get(versionId) ?? 'unknown', asOf: 1 }),
    freeSpace: async () => ok({ freeKb: 10 * 1024 * 1024, asOf: 1 }),
  });
  const availabilityOf = (versionId: VersionId) => ({
    versionId,
    versionName: 'v1',
    sizeKb: 1024 * 1024,
    availability: 'everyone' as const,
  });
  const lookUps = {
    versionsOf: () => undefined,
    availabilityOf,
    model: refused,
    version: async (versionId: VersionId) => ok(availabilityOf(versionId)),
    target: async () => undefined,
  };
  const intents: ActionSources['intents'] = {
    overlay: (_id, fact) => fact,
    press: () => {},
    add: async () => undefined,
    refuse: () => {},
    say: () => {},
    askAgain: async () => {},
    submitLabel: () => {},
    markUncertain: () => {},
    showFlipped: () => {},
    isSettling: () => false,
    update: () => {},
    checkAgain: () => {},
  };
  return { client, lookUps, intents };
}
