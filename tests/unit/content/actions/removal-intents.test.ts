// @vitest-environment happy-dom
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fail, ok } from '@/utils/problem';
import { later, page, version } from './intents-stage';
import { versionId } from './press-stage';

type Ending = { kind: 'confirmed' | 'doubtful' | 'elsewhere'; at: number };
const confirmRemoval = vi.hoisted(() => vi.fn<() => Promise<Ending | undefined>>());
vi.mock('@/entrypoints/civitai.content/actions/removal-dialog', () => ({ confirmRemoval }));

const inVault = { versionId, state: 'in', asOf: 1 } as const;

describe('an intent to remove', () => {
  it('is about the vault of when the question was put', async () => {
    const submit = vi.fn<Client['submit']>(async () => fail({ kind: 'other-session' }));
    const { now, intents } = page({ submit });
    const [ending, gate] = [new AbortController(), new AbortController()];
    confirmRemoval.mockImplementationOnce(async () => {
      await once(gate.signal, 'abort');
      return { kind: 'confirmed', at: 123 };
    });
    intents.press(version, versionId, inVault, ending.signal);
    now.connection = later;
    gate.abort();
    await vi.waitFor(() => expect(submit).toHaveBeenCalled());
    expect(submit).toHaveBeenCalledExactlyOnceWith({ session: 's', versionId, target: 'out', confirmedAt: 123 });
  });

  it.each([
    ['whose press is doubtful', 'doubtful', {}],
    ['that no press in the page could confirm', 'elsewhere', { why: 'many' }],
  ] as const)(
    '%s goes on in a window of ours, away from the pointer, and nothing is removed',
    async (_, kind, more) => {
      const [submit, askRemoval] = [vi.fn<Client['submit']>(), vi.fn<Client['askRemoval']>()];
      askRemoval.mockResolvedValue(ok({ outcome: 'opened' }));
      const foreseeRemoval = async () => ok({ elsewhere: 'many' } as const);
      const pressedAt = { x: 3, y: 4 };
      const { intents, toast } = page({ submit, askRemoval, foreseeRemoval }, pressedAt);
      confirmRemoval.mockResolvedValueOnce({ kind, at: 123 });
      intents.press(version, versionId, inVault, new AbortController().signal);
      await vi.waitFor(() => expect(toast.warn).toHaveBeenCalledTimes(1));
      expect(askRemoval).toHaveBeenCalledExactlyOnceWith({ session: 's', versionId, pressedAt, ...more });
      expect(submit).not.toHaveBeenCalled();
    },
  );
});
