import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { Connection } from '@/utils/account/account';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';

export const signedIn: Connection = { kind: 'signed-in', session: 's', membership: 'member', canWrite: true };

const refuse = async () => ({ ok: false, problem: { kind: 'unexpected' } }) as const;

/** A page's connection to a background that knows nothing and refuses everything, but for what a test has it say. */
export function fakeClient(says: Partial<Client>): Client {
  return {
    connection: () => signedIn,
    settings: () => DEFAULT_SETTINGS,
    fact: () => undefined,
    isAwaited: () => false,
    model: () => undefined,
    problem: () => undefined,
    ask: () => {},
    askModels: () => {},
    refreshStale: () => {},
    reportToggled: () => {},
    forget: () => {},
    submit: refuse,
    modelVersions: refuse,
    versionAvailability: refuse,
    itemNames: refuse,
    freeSpace: refuse,
    openSignIn: () => {},
    ...says,
  };
}
