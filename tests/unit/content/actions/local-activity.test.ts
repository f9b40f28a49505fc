// @vitest-environment happy-dom
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import type { Connection } from '@/utils/account/account';
import { isVersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

const confirmRemoval = vi.hoisted(() => vi.fn<() => Promise<{ kind: 'confirmed'; at: number } | undefined>>());
vi.mock('@/entrypoints/civitai.content/actions/removal-dialog', () => ({ confirmRemoval }));

const versionId = 30;
if (!isVersionId(versionId)) throw new Error('not an id');
const out: VersionFact = { versionId, state: 'out', asOf: 1 };
const version = { modelName: 'Amber', versionName: 'v1.0' };
const later: Connection = { kind: 'signed-in', session: 'later', membership: 'member', canWrite: true };

/** A page whose sign-in the test can change, and its messages. */
function page(submit: Client['submit']) {
  const now = { connection: signedIn as Connection };
  const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn(), propose: vi.fn() };
  const intents = createIntents(fakeClient({ connection: () => now.connection, submit }), toast, () => {});
  return { now, toast, intents };
}

describe('what this page alone knows of a version', () => {
  it('is what went wrong, until the server has answered since', async () => {
    const { intents } = page(async () => fail({ kind: 'over-quota' }));
    await intents.add(version, versionId);
    expect(intents.overlay(versionId, out)?.problem?.kind).toBe('over-quota');
    expect(intents.overlay(versionId, { ...out, asOf: Date.now() + 1 })?.problem).toBeUndefined();
  });

  it('is not that the key was refused: where versions are shown, it is accepted', async () => {
    const { intents, toast } = page(async () => fail({ kind: 'key-refused' }));
    await intents.add(version, versionId);
    expect(toast.warn).toHaveBeenCalledTimes(1);
    expect(intents.overlay(versionId, out)).toEqual(out);
  });

  it('is forgotten with the sign-in: what went wrong', async () => {
    const { now, intents } = page(async () => fail({ kind: 'over-quota' }));
    await intents.add(version, versionId);
    now.connection = later;
    expect(intents.overlay(versionId, out)).toEqual(out);
    now.connection = signedIn;
    expect(intents.overlay(versionId, out)).toEqual(out);
  });

  it('is forgotten with the sign-in: what is being done, also when that ends later', async () => {
    const gate = new AbortController();
    const { now, intents } = page(async () => {
      await once(gate.signal, 'abort');
      return fail({ kind: 'over-quota' });
    });
    const added = intents.add(version, versionId, { isOfList: true });
    expect(intents.overlay(versionId, out)?.activity?.phase).toBe('sending');
    now.connection = later;
    expect(intents.overlay(versionId, out)).toEqual(out);
    gate.abort();
    await added;
    expect(intents.overlay(versionId, out)).toEqual(out);
  });

  it('is the site’s own toggle, shown as soon as that comes through, until a check says more', () => {
    const { intents } = page(async () => fail({ kind: 'offline' }));
    intents.markUncertain(versionId, 'in');
    expect([intents.overlay(versionId, out)?.activity?.phase, intents.isSettling(versionId)]).toEqual([
      'looking',
      false,
    ]);
    intents.showFlipped(versionId);
    const shown = intents.overlay(versionId, out);
    expect([shown?.state, shown?.activity, intents.isSettling(versionId)]).toEqual(['pending', undefined, true]);
    // The vault's list may have been read from a copy that lags.
    const listed = { ...out, asOf: Date.now() + 10 };
    expect(intents.overlay(versionId, listed)?.state).toBe('pending');
    intents.checkAgain(versionId);
    expect(intents.overlay(versionId, out)?.state).toBe('pending');
    expect(intents.overlay(versionId, listed)).toEqual(listed);
    expect(intents.isSettling(versionId)).toBe(false);
  });

  it('leaves no toggle of the site’s own to be taken back without a question, and says that it waits', async () => {
    const submit = vi.fn<Client['submit']>(async () => ok({ versionId, state: 'out', asOf: 9 }));
    const { intents, toast } = page(submit);
    intents.markUncertain(versionId, 'in');
    intents.showFlipped(versionId);
    confirmRemoval.mockResolvedValueOnce(undefined);
    intents.press(version, versionId, intents.overlay(versionId, out), new AbortController().signal);
    await vi.waitFor(() => expect(confirmRemoval).toHaveBeenCalledOnce());
    expect(submit).not.toHaveBeenCalled();
    confirmRemoval.mockResolvedValueOnce({ kind: 'confirmed', at: 123 });
    intents.press(version, versionId, intents.overlay(versionId, out), new AbortController().signal);
    await vi.waitFor(() => expect(submit).toHaveBeenCalledOnce());
    expect(toast.say.mock.calls[0]?.[0]).toMatch(/was changed a moment ago.*will remove it once/);
  });

  it('is forgotten with the sign-in: an uncertain toggle of the site’s own', () => {
    const { now, intents } = page(async () => fail({ kind: 'offline' }));
    intents.markUncertain(versionId, 'in');
    expect(intents.overlay(versionId, out)?.activity?.phase).toBe('looking');
    now.connection = { kind: 'signed-out' };
    expect(intents.overlay(versionId, undefined)).toBeUndefined();
  });
});
