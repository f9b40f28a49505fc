// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fail, ok } from '@/utils/problem';
import { later, page, version } from './intents-stage';
import { versionId } from './press-stage';

describe('the message about a change', () => {
  const isIn = async () => ok({ versionId, state: 'in', asOf: 2 } as const);

  it('names version, model and size, each name for itself whatever its direction', async () => {
    const { toast, intents } = page({ submit: isIn });
    await intents.add({ ...version, sizeKb: 2 * 1024 * 1024 }, versionId);
    expect(toast.say).toHaveBeenCalledWith(
      '\u2068v1.0\u2069 of \u2068Amber\u2069 (\u20682\u00a0GB\u2069) is in your vault.',
    );
  });

  it('leaves out a size that is not known', async () => {
    const { toast, intents } = page({ submit: isIn });
    await intents.add(version, versionId);
    expect(toast.say).toHaveBeenCalledWith('\u2068v1.0\u2069 of \u2068Amber\u2069 is in your vault.');
  });
});

it.each(['lapsed', 'no-vault'] as const)('an addition that is refused as %s leads to the memberships', async kind => {
  const { toast, intents } = page({ submit: async () => fail({ kind }) });
  await intents.add(version, versionId);
  const link = { text: 'See memberships', href: '/pricing' };
  expect(toast.warn).toHaveBeenCalledExactlyOnceWith(expect.anything(), expect.any(String), link);
});

describe('a version that could not be added when the page was read', () => {
  const submit = vi.fn<Client['submit']>(async () => ok({ versionId, state: 'pending', asOf: 2 }));
  const addNow = async (versionAvailability: Client['versionAvailability']) => {
    submit.mockClear();
    const { intents } = page({ submit, versionAvailability });
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
    const { intents, toast } = page({ submit, versionAvailability: async () => ok({ versionId, availability }) });
    await intents.add(withheld, versionId);
    expect([submit.mock.calls.length, toast.warn.mock.calls.length]).toEqual([sent, 1 - sent]);
  });
});

describe('an intent', () => {
  it('is about the vault that was on screen when the user pressed, whichever account is signed in by now', async () => {
    const submit = vi.fn<Client['submit']>(async () => fail({ kind: 'other-session' }));
    const { now, intents } = page({ submit });
    await intents.add(version, versionId);
    now.connection = later;
    await intents.add(version, versionId, { session: 's' });
    expect(submit.mock.calls.map(([intent]) => intent.session)).toEqual(['s', 's']);
  });
});
