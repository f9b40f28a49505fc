import { vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import type { Connection } from '@/utils/account/account';
import type { ScreenPoint } from '@/utils/messages/own-ground';

export const version = { modelName: 'Amber', versionName: 'v1.0' };
export const later: Connection = { kind: 'signed-in', session: 'later', membership: 'member', canWrite: true };

/** A page with that client, whose sign-in the test can change, and its messages. `pointer`: where it was last. */
export function page(answers: Partial<Client>, pointer?: ScreenPoint) {
  const now: { connection: Connection } = { connection: signedIn };
  const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn(), propose: vi.fn() };
  const client = fakeClient({ connection: () => now.connection, ...answers });
  const changed = () => {};
  return { now, toast, intents: createIntents(client, toast, changed, () => pointer) };
}
