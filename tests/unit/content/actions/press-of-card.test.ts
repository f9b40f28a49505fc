// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import { sure } from '@/tests/unit/content/presses/attention-stage';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { plain } from '@/tests/unit/support/plain';
import { fail } from '@/utils/problem';
import { card, fact, link, listOf, modelId, other, pageKnowing, versionId } from './press-stage';

const confirmRemoval = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('@/entrypoints/civitai.content/actions/removal-dialog', () => ({ confirmRemoval }));
beforeEach(() => confirmRemoval.mockClear());
const page = (knowing: Parameters<typeof pageKnowing>[0]) => pageKnowing(knowing, confirmRemoval);

describe('a press of a model’s card', () => {
  it.each([
    ['of which nothing is in the vault', { model: listOf() }, 'sends'],
    ['of which nothing is known', {}, 'says'],
    ['of which several are in the vault', { model: listOf(fact('in'), { ...fact('in'), versionId: other }) }, 'opens'],
    ['that can’t be looked up', { model: listOf(), lookUp: 'fails' }, 'says'],
    ['without a published version', { model: listOf(), lookUp: 'empty' }, 'says'],
    // Issue 13: only the model's fact is known there, the version's is asked for when the menu opens.
    ['of which one is in the vault, and was never checked', { model: listOf(fact('in')) }, 'asks'],
  ] as const)('%s', async (_what, knowing, expected) => {
    const { press, openMenu, outcome } = page(knowing);
    await press.mark(card, openMenu, sure);
    expect(await outcome()).toEqual([expected]);
  });

  it('twice adds once, and says what it waits for', async () => {
    const { press, openMenu, submit, toast } = page({ model: listOf() });
    await Promise.all([press.mark(card, openMenu, sure), press.mark(card, openMenu, sure)]);
    await vi.waitFor(() => expect(toast.say).toHaveBeenCalledTimes(2));
    expect(submit).toHaveBeenCalledTimes(1);
    expect(toast.say.mock.calls[0]).toEqual(['Vaulted is looking up which versions this model has.']);
  });
});

it.each([
  ['a model', card, { model: listOf() }],
  ['a version', link, { check: fact('out') }],
])(
  'a press of %s that may not be meant adds nothing, and the menu that it opens says so',
  async (_what, marked, knowing) => {
    const { press, openMenu, submit } = page(knowing);
    await press.mark(marked, openMenu, async () => false);
    expect(openMenu).toHaveBeenCalledExactlyOnceWith(true);
    expect(submit).not.toHaveBeenCalled();
  },
);

describe('what is said', () => {
  it('names the version, however little the page knows of it', async () => {
    const { press, openMenu, toast, submit } = page({ check: fact('out') });
    await press.mark(link, openMenu, sure);
    await vi.waitFor(() => expect(toast.say).toHaveBeenCalled());
    expect(toast.say).toHaveBeenCalledWith('\u2068Epoch 24\u2069 of \u2068Ink Circuit\u2069 is in your vault.');
    expect(submit.mock.calls[0]?.[0]).toEqual({ session: 's', versionId, modelId, target: 'in' });
  });

  it('names it by number where nothing else is known', async () => {
    const toast = { say: vi.fn<Toast['say']>(), warn: vi.fn<Toast['warn']>(), propose: vi.fn<Toast['propose']>() };
    const client = fakeClient({ submit: async () => fail({ kind: 'offline' }) });
    await createIntents(
      client,
      toast,
      () => {},
      () => undefined,
    ).add({ modelId }, versionId);
    expect(plain(toast.warn.mock.calls[0]?.[1] ?? '')).toBe('Version 30 of Model 12');
  });

  it('passes the names that the page knows along with the intent, cut to what the worker takes', async () => {
    const { intents, submit } = page({});
    await intents.add({ modelId, modelName: 'x'.repeat(400), versionName: 'Epoch 24' }, versionId);
    expect(submit.mock.calls[0]?.[0]).toMatchObject({ modelName: 'x'.repeat(300), versionName: 'Epoch 24' });
  });
});
