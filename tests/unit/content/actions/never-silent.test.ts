// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sure } from '@/tests/unit/content/presses/attention-stage';
import type { Problem } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { card, fact, link, listOf, pageKnowing, versionId } from './press-stage';

const confirmRemoval = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('@/entrypoints/civitai.content/actions/removal-dialog', () => ({ confirmRemoval }));
beforeEach(() => confirmRemoval.mockClear());
const page = (knowing: Parameters<typeof pageKnowing>[0]) => pageKnowing(knowing, confirmRemoval);

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

describe.each(STATES)('a press while the version is %s', (_state, known, expected) => {
  it('of the mark of a link that names it', async () => {
    const { press, openMenu, outcome } = page({ check: known });
    await press.mark(link, openMenu, sure);
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
    await press.mark(card, openMenu, sure);
    expect(await outcome()).toEqual([expected]);
  });
});
