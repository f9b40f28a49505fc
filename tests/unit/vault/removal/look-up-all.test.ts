import { describe, expect, it, vi } from 'vitest';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { type LookUpResult, lookUpAll } from '@/entrypoints/vault/removal/look-up-all';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { fail, ok, type Problem } from '@/utils/problem';

const versions = Array.from({ length: 45 }, (_, n) => {
  const { modelVersionId, modelId } = itemWith(n + 1);
  return { versionId: modelVersionId, modelId };
});

async function lookUp(availabilities: VaultHost['availabilities'], signal = new AbortController().signal) {
  const found: LookUpResult[] = [];
  await lookUpAll({ availabilities }, versions, each => found.push(each), signal);
  return { sizes: found.map(({ size }) => size), all: new Map(found.flatMap(each => [...each])) };
}

const everyone: VaultHost['availabilities'] = async asked =>
  ok(asked.map(({ versionId }) => ok({ versionId, availability: 'everyone' as const })));

describe('looking many versions up', () => {
  it('asks in parts, and reports each as it arrives', async () => {
    const availabilities = vi.fn(everyone);
    const { sizes, all } = await lookUp(availabilities);
    expect([sizes, all.size, availabilities.mock.calls.length]).toEqual([[20, 20, 5], 45, 3]);
  });

  it.each<Problem>([{ kind: 'limited', until: 9 }, { kind: 'offline' }, { kind: 'blocked' }])(
    'asks no more after %o, and says so of all that is left',
    async problem => {
      const availabilities = vi.fn<VaultHost['availabilities']>(async asked => ok(asked.map(() => fail(problem))));
      const { all } = await lookUp(availabilities);
      expect(availabilities).toHaveBeenCalledTimes(1);
      expect([...all.values()].every(result => !result.ok && result.problem.kind === problem.kind)).toBe(true);
      expect(all.size).toBe(45);
    },
  );

  it('goes on where single versions fail', async () => {
    const availabilities = vi.fn<VaultHost['availabilities']>(async asked =>
      ok(asked.map(() => fail({ kind: 'site-error' }))),
    );
    await lookUp(availabilities);
    expect(availabilities).toHaveBeenCalledTimes(3);
  });

  it('takes a missing answer for a failure of its part', async () => {
    const { all } = await lookUp(async () => fail({ kind: 'unexpected' }));
    expect(all.size).toBe(45);
  });

  it('reports nothing after an abort', async () => {
    const stop = new AbortController();
    const { all } = await lookUp(async asked => {
      stop.abort();
      return everyone(asked);
    }, stop.signal);
    expect(all.size).toBe(0);
  });
});
