// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import { createPress } from '@/entrypoints/civitai.content/actions/press';
import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { createLookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { fail, ok, type Problem } from '@/utils/problem';
import type { ModelFact, VaultState, VersionFact } from '@/utils/vault/membership';

const confirmRemoval = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('@/entrypoints/civitai.content/actions/removal-dialog', () => ({ confirmRemoval }));
beforeEach(() => confirmRemoval.mockClear());

const [modelId, versionId, other] = [12, 30, 31];
if (!isModelId(modelId) || !isVersionId(versionId) || !isVersionId(other)) throw new Error('not ids');

const fact = (state: VaultState, more: Partial<VersionFact> = {}): VersionFact => ({
  versionId,
  state,
  asOf: 5,
  ...more,
});
const busy = (target: 'in' | 'out', phase: 'waiting' | 'sending' | 'looking', reason?: Problem) =>
  fact(target === 'in' ? 'out' : 'in', { activity: { target, phase, since: 1, ...(reason && { reason }) } });

/** Every state that a version can be in, and what a press has to lead to. */
const STATES: [string, VersionFact | undefined, 'sends' | 'asks' | 'says'][] = [
  ['never asked', undefined, 'says'],
  ['not known', fact('unknown', { asOf: 0 }), 'says'],
  ['not known, a check failed', fact('unknown', { problem: { kind: 'offline' } }), 'says'],
  ['out', fact('out'), 'sends'],
  ['out, an add failed', fact('out', { problem: { kind: 'timed-out' } }), 'sends'],
  ['out, not certain', fact('out', { problem: { kind: 'unsettled', target: 'in' } }), 'sends'],
  ['in', fact('in'), 'asks'],
  ['pending', fact('pending'), 'asks'],
  ['failed', fact('failed'), 'asks'],
  ['in, a removal failed', fact('in', { problem: { kind: 'removal-refused', obstacle: 'private' } }), 'asks'],
  ['in, twice', fact('in', { problem: { kind: 'duplicated' } }), 'asks'],
  ['waiting to be added', busy('in', 'waiting', { kind: 'offline' }), 'says'],
  ['being added', busy('in', 'sending'), 'says'],
  ['being checked', busy('in', 'looking'), 'says'],
  ['waiting to be removed', busy('out', 'waiting'), 'says'],
  ['being removed', busy('out', 'sending'), 'says'],
];

type Knowing = { check?: VersionFact | undefined; model?: ModelFact; lookUp?: 'ok' | 'empty' | 'fails' };

/** A page that knows this much; `outcome` says all that came of a press. */
const page = ({ check, model, lookUp = 'ok' }: Knowing) => {
  const toast = { say: vi.fn<Toast['say']>(), warn: vi.fn<Toast['warn']>() };
  const submit = vi.fn<Client['submit']>(async () => ok({ versionId, state: 'pending', asOf: 9 }));
  const listed = { versionId, versionName: 'Epoch 24' };
  const client = fakeClient({
    fact: () => check,
    model: () => model,
    submit,
    modelVersions: async () =>
      lookUp === 'fails'
        ? fail({ kind: 'offline' })
        : ok({ modelId, modelName: 'Ink Circuit', versions: lookUp === 'ok' ? [listed] : [] }),
    versionAvailability: async () =>
      ok({ versionId, modelName: 'Ink Circuit', versionName: 'Epoch 24', availability: 'everyone' }),
  });
  const intents = createIntents(client, toast, () => {});
  const sources = { client, lookUps: createLookUps(client, () => {}), intents };
  const press = createPress(sources, () => {}, new AbortController().signal);
  const openMenu = vi.fn();
  const outcome = async (): Promise<string[]> => {
    await vi.waitFor(() => {
      const all = [submit, confirmRemoval, openMenu, toast.say, toast.warn];
      expect(all.some(each => each.mock.calls.length > 0)).toBe(true);
    });
    const said = toast.say.mock.calls.length + toast.warn.mock.calls.length > 0 && submit.mock.calls.length === 0;
    return [
      ...(submit.mock.calls.length > 0 ? ['sends'] : []),
      ...(confirmRemoval.mock.calls.length > 0 ? ['asks'] : []),
      ...(openMenu.mock.calls.length > 0 ? ['opens'] : []),
      ...(said ? ['says'] : []),
    ];
  };
  return { press, intents, openMenu, outcome, toast, submit };
};

const link = { target: { modelId, versionId }, name: 'click here' };
const card = { target: { modelId }, name: 'Ink Circuit' };
const listOf = (...facts: VersionFact[]): ModelFact => ({
  modelId,
  facts,
  inVault: facts.filter(each => ['in', 'pending', 'failed'].includes(each.state)).map(each => each.versionId),
  asOf: 5,
});

describe.each(STATES)('a press while the version is %s', (_state, known, expected) => {
  it('of the mark of a link that names it', async () => {
    const { press, openMenu, outcome } = page({ check: known });
    await press.mark(link, openMenu);
    expect(await outcome()).toEqual([expected]);
  });

  it('of its row in a menu', async () => {
    const { press, outcome } = page({ check: known });
    press.version(card, versionId);
    expect(await outcome()).toEqual([expected]);
  });

  it('of its row in a menu, where only its model’s list is known', async () => {
    if (!known || known.state === 'unknown') return;
    const { press, outcome } = page({ model: listOf(known) });
    press.version(card, versionId);
    expect(await outcome()).toEqual([expected]);
  });

  it('of the vault button', async () => {
    const { intents, outcome } = page({ check: known });
    intents.press(
      { modelName: 'Ink Circuit', versionName: 'Epoch 24' },
      versionId,
      known,
      new AbortController().signal,
    );
    expect(await outcome()).toEqual([expected]);
  });

  it('of its model’s card', async () => {
    const { press, openMenu, outcome } = page({
      check: known,
      ...(known && known.state !== 'unknown' && { model: listOf(known) }),
    });
    await press.mark(card, openMenu);
    expect(await outcome()).toEqual([expected]);
  });
});

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
    await press.mark(card, openMenu);
    expect(await outcome()).toEqual([expected]);
  });

  it('twice adds once, and says what it waits for', async () => {
    const { press, openMenu, submit, toast } = page({ model: listOf() });
    await Promise.all([press.mark(card, openMenu), press.mark(card, openMenu)]);
    await vi.waitFor(() => expect(toast.say).toHaveBeenCalledTimes(2));
    expect(submit).toHaveBeenCalledTimes(1);
    expect(toast.say.mock.calls[0]).toEqual(['Vaulted is looking up which versions this model has.']);
  });
});

describe('what is said', () => {
  it('names the version, however little the page knows of it', async () => {
    const { press, openMenu, toast, submit } = page({ check: fact('out') });
    await press.mark(link, openMenu);
    await vi.waitFor(() => expect(toast.say).toHaveBeenCalled());
    expect(toast.say).toHaveBeenCalledWith('“\u2068Epoch 24\u2069” of \u2068Ink Circuit\u2069 is in your vault.');
    expect(submit.mock.calls[0]?.[0]).toEqual({ session: 's', versionId, modelId, target: 'in' });
  });

  it('names it by number where nothing else is known', async () => {
    const toast = { say: vi.fn<Toast['say']>(), warn: vi.fn<Toast['warn']>() };
    const client = fakeClient({ submit: async () => fail({ kind: 'offline' }) });
    await createIntents(client, toast, () => {}).add({ modelId }, versionId);
    expect(toast.warn.mock.calls[0]?.[1]).toEqual({ about: 'Version 30 of model 12' });
  });

  it('passes the names that the page knows along with the intent, cut to what the worker takes', async () => {
    const { intents, submit } = page({});
    await intents.add({ modelId, modelName: 'x'.repeat(400), versionName: 'Epoch 24' }, versionId);
    expect(submit.mock.calls[0]?.[0]).toMatchObject({ modelName: 'x'.repeat(300), versionName: 'Epoch 24' });
  });
});
