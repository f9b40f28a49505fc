// @vitest-environment happy-dom
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createWishes } from '@/entrypoints/civitai.content/actions/intents';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import type { Connection } from '@/utils/account/account';
import { isVersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

const askRemoval = vi.hoisted(() => vi.fn<() => Promise<number | undefined>>());
vi.mock('@/entrypoints/civitai.content/actions/removal-dialog', () => ({ askRemoval }));

const versionId = 30;
if (!isVersionId(versionId)) throw new Error('not an id');
const out: VersionFact = { versionId, state: 'out', asOf: 1 };
const version = { modelName: 'Amber', versionName: 'v1.0' };
const later: Connection = { kind: 'signed-in', session: 'later', membership: 'member', canWrite: true };

/** A page whose sign-in the test can change, and what it says in messages. */
function page(want: Client['want']) {
  const now = { connection: signedIn as Connection };
  const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn() };
  const wishes = createWishes(fakeClient({ connection: () => now.connection, want }), toast, () => {});
  return { now, toast, wishes };
}

describe('what is said of a change', () => {
  const isIn = async () => ok({ versionId, state: 'in', asOf: 2 } as const);

  it('names version, model and size, each name for itself whatever its direction', async () => {
    const { toast, wishes } = page(isIn);
    await wishes.add({ ...version, sizeKb: 2 * 1024 * 1024 }, versionId);
    expect(toast.say).toHaveBeenCalledWith('“\u2068v1.0\u2069” of \u2068Amber\u2069 (2 GB) is in your vault.');
  });

  it('leaves out a size that nobody knows', async () => {
    const { toast, wishes } = page(isIn);
    await wishes.add(version, versionId);
    expect(toast.say).toHaveBeenCalledWith('“\u2068v1.0\u2069” of \u2068Amber\u2069 is in your vault.');
  });
});

describe('a version that could not be added when the page was read', () => {
  const want = vi.fn<Client['want']>(async () => ok({ versionId, state: 'pending', asOf: 2 }));
  const addNow = async (versionOffer: Client['versionOffer']) => {
    want.mockClear();
    const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn() };
    const wishes = createWishes(fakeClient({ want, versionOffer }), toast, () => {});
    return wishes.add({ ...version, availability: 'unpublished' }, versionId);
  };

  it('is added where Civitai offers it by now', async () => {
    expect(await addNow(async () => ok({ versionId, availability: 'everyone' }))).toBeUndefined();
    expect(want).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['says what stands in the way now', ok({ versionId, availability: 'no-files' } as const), 'no-files'],
    ['says what stood in the way where Civitai can’t be asked', fail({ kind: 'offline' }), 'unpublished'],
  ])('%s', async (_, answer, obstacle) => {
    expect(await addNow(async () => answer)).toEqual({ kind: 'not-available', obstacle });
    expect(want).not.toHaveBeenCalled();
  });
});

describe('a wish', () => {
  const want = vi.fn<Client['want']>(async () => fail({ kind: 'other-session' }));

  it('is about the vault that was on screen when it was asked for, whoever is signed in by now', async () => {
    const { now, wishes } = page(want);
    await wishes.add(version, versionId);
    now.connection = later;
    await wishes.add(version, versionId, { session: 's' });
    expect(want.mock.calls.map(([wish]) => wish.session)).toEqual(['s', 's']);
  });

  it('for a removal: when the question was put', async () => {
    want.mockClear();
    const { now, wishes } = page(want);
    const [ending, gate] = [new AbortController(), new AbortController()];
    askRemoval.mockImplementationOnce(async () => {
      await once(gate.signal, 'abort');
      return 123;
    });
    wishes.press(version, versionId, { versionId, state: 'in', asOf: 1 }, ending.signal);
    now.connection = later;
    gate.abort();
    await vi.waitFor(() => expect(want).toHaveBeenCalled());
    expect(want).toHaveBeenCalledExactlyOnceWith({ session: 's', versionId, target: 'out', confirmedAt: 123 });
  });
});

describe('what this page alone knows of a version', () => {
  it('is what went wrong, until the server has said something since', async () => {
    const { wishes } = page(async () => fail({ kind: 'key-refused' }));
    await wishes.add(version, versionId);
    expect(wishes.overlay(versionId, out)?.problem?.kind).toBe('key-refused');
    expect(wishes.overlay(versionId, { ...out, asOf: Date.now() + 1 })?.problem).toBeUndefined();
  });

  it('is forgotten with the sign-in: what went wrong', async () => {
    const { now, wishes } = page(async () => fail({ kind: 'key-refused' }));
    await wishes.add(version, versionId);
    now.connection = later;
    expect(wishes.overlay(versionId, out)).toEqual(out);
    now.connection = signedIn;
    expect(wishes.overlay(versionId, out)).toEqual(out);
  });

  it('is forgotten with the sign-in: what is being done, also when that ends later', async () => {
    const gate = new AbortController();
    const { now, wishes } = page(async () => {
      await once(gate.signal, 'abort');
      return fail({ kind: 'key-refused' });
    });
    const added = wishes.add(version, versionId, { isQuiet: true });
    expect(wishes.overlay(versionId, out)?.activity?.phase).toBe('sending');
    now.connection = later;
    expect(wishes.overlay(versionId, out)).toEqual(out);
    gate.abort();
    await added;
    expect(wishes.overlay(versionId, out)).toEqual(out);
  });

  it('is forgotten with the sign-in: a doubt about the site’s own toggle', () => {
    const { now, wishes } = page(async () => fail({ kind: 'offline' }));
    wishes.doubt(versionId, 'in');
    expect(wishes.overlay(versionId, out)?.activity?.phase).toBe('looking');
    now.connection = { kind: 'signed-out' };
    expect(wishes.overlay(versionId, undefined)).toBeUndefined();
  });
});
