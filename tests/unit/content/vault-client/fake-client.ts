import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { Connection } from '@/utils/account/account';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';

export const signedIn: Connection = { kind: 'signed-in', session: 's', membership: 'member', canWrite: true };

const refuse = async () => ({ ok: false, problem: { kind: 'unexpected' } }) as const;

/** The client of a worker that knows nothing and refuses everything, except what the test passes. */
export function fakeClient(answers: Partial<Client>): Client {
  return {
    connection: () => signedIn,
    settings: () => DEFAULT_SETTINGS,
    fact: () => undefined,
    isAwaited: () => false,
    model: () => undefined,
    problem: () => undefined,
    requestVersions: () => {},
    requestModels: () => {},
    refreshStale: () => {},
    learn: () => {},
    reportToggled: () => {},
    invalidate: () => {},
    submit: refuse,
    undoRemoval: refuse,
    askRemoval: refuse,
    modelVersions: refuse,
    versionAvailability: refuse,
    foreseeRemoval: refuse,
    itemNames: refuse,
    freeSpace: refuse,
    usableLogin: async () => ({ ok: true, value: {} }),
    showWithLogin: async () => ({ ok: false, problem: { kind: 'unexpected' } }),
    openSignIn: () => {},
    openItem: () => {},
    openFreeUp: () => undefined,
    ...answers,
  };
}
