// @vitest-environment happy-dom
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import type { Connection } from '@/utils/account/account';
import { isVersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';

const confirmRemoval = vi.hoisted(() =>
  vi.fn<() => Promise<{ kind: 'confirmed' | 'doubtful'; at: number } | undefined>>(),
);
vi.mock('@/entrypoints/civitai.content/actions/removal-dialog', () => ({ confirmRemoval }));

const versionId = 30;
if (!isVersionId(versionId)) throw new Error('not an id');
const version = { modelName: 'Amber', versionName: 'v1.0' };
const later: Connection = { kind: 'signed-in', session: 'later', membership: 'member', canWrite: true };

/** A page whose sign-in the test can change, and its messages. */
function page(submit: Client['submit']) {
  const now = { connection: signedIn as Connection };
  const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn(), propose: vi.fn() };
  const intents = createIntents(fakeClient({ connection: () => now.connection, submit }), toast, () => {});
  return { now, toast, intents };
}

describe('the message about a change', () => {
  const isIn = async () => ok({ versionId, state: 'in', asOf: 2 } as const);

  it('names version, model and size, each name for itself whatever its direction', async () => {
    const { toast, intents } = page(isIn);
    await intents.add({ ...version, sizeKb: 2 * 1024 * 1024 }, versionId);
    expect(toast.say).toHaveBeenCalledWith(
      '\u2068v1.0\u2069 of \u2068Amber\u2069 (\u20682 GB\u2069) is in your vault.',
    );
  });

  it('leaves out a size that is not known', async () => {
    const { toast, intents } = page(isIn);
    await intents.add(version, versionId);
    expect(toast.say).toHaveBeenCalledWith('\u2068v1.0\u2069 of \u2068Amber\u2069 is in your vault.');
  });
});

describe('a version that could not be added when the page was read', () => {
  const submit = vi.fn<Client['submit']>(async () => ok({ versionId, state: 'pending', asOf: 2 }));
  const addNow = async (versionAvailability: Client['versionAvailability']) => {
    submit.mockClear();
    const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn(), propose: vi.fn() };
    const intents = createIntents(fakeClient({ submit, versionAvailability }), toast, () => {});
    return intents.add({ ...version, availability: 'unpublished' }, versionId);
  };

  it('is added where Civitai offers it by now', async () => {
    expect(await addNow(async () => ok({ versionId, availability: 'everyone' }))).toBeUndefined();
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['says what stands in the way now', ok({ versionId, availability: 'no-files' } as const), 'no-files'],
    ['says what stood in the way where Civitai can’t be asked', fail({ kind: 'offline' }), 'unpublished'],
  ])('%s', async (_, answer, obstacle) => {
    expect(await addNow(async () => answer)).toEqual({ kind: 'not-available', obstacle });
    expect(submit).not.toHaveBeenCalled();
  });
});

describe('early access that the page’s account doesn’t have', () => {
  const withheld = { ...version, availability: 'early-access', isWithheld: true } as const;
  const submit = vi.fn<Client['submit']>(async () => ok({ versionId, state: 'pending', asOf: 2 }));

  it.each([
    ['is explained, and nothing is sent', 'early-access', 0],
    ['is added where the gate is gone', 'everyone', 1],
  ] as const)('%s', async (_, availability, sent) => {
    submit.mockClear();
    const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn(), propose: vi.fn() };
    const versionAvailability = async () => ok({ versionId, availability });
    await createIntents(fakeClient({ submit, versionAvailability }), toast, () => {}).add(withheld, versionId);
    expect([submit.mock.calls.length, toast.warn.mock.calls.length]).toEqual([sent, 1 - sent]);
  });
});

describe('an intent', () => {
  const submit = vi.fn<Client['submit']>(async () => fail({ kind: 'other-session' }));

  it('is about the vault that was on screen when the user pressed, whichever account is signed in by now', async () => {
    const { now, intents } = page(submit);
    await intents.add(version, versionId);
    now.connection = later;
    await intents.add(version, versionId, { session: 's' });
    expect(submit.mock.calls.map(([intent]) => intent.session)).toEqual(['s', 's']);
  });

  it('for a removal: when the question was put', async () => {
    submit.mockClear();
    const { now, intents } = page(submit);
    const [ending, gate] = [new AbortController(), new AbortController()];
    confirmRemoval.mockImplementationOnce(async () => {
      await once(gate.signal, 'abort');
      return { kind: 'confirmed', at: 123 };
    });
    intents.press(version, versionId, { versionId, state: 'in', asOf: 1 }, ending.signal);
    now.connection = later;
    gate.abort();
    await vi.waitFor(() => expect(submit).toHaveBeenCalled());
    expect(submit).toHaveBeenCalledExactlyOnceWith({ session: 's', versionId, target: 'out', confirmedAt: 123 });
  });

  it('for a removal whose press is doubtful leaves for our own ground, and nothing is removed', async () => {
    const [submit, askRemoval] = [vi.fn<Client['submit']>(), vi.fn<Client['askRemoval']>()];
    askRemoval.mockResolvedValue(ok({ outcome: 'opened' }));
    const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn(), propose: vi.fn() };
    const intents = createIntents(fakeClient({ submit, askRemoval }), toast, () => {});
    confirmRemoval.mockResolvedValueOnce({ kind: 'doubtful', at: 123 });
    intents.press(version, versionId, { versionId, state: 'in', asOf: 1 }, new AbortController().signal);
    await vi.waitFor(() => expect(toast.warn).toHaveBeenCalledTimes(1));
    expect(askRemoval).toHaveBeenCalledExactlyOnceWith({ session: 's', versionId });
    expect(submit).not.toHaveBeenCalled();
  });
});
