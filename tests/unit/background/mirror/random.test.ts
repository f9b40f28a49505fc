import fc from 'fast-check';
import { expect, it } from 'vitest';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { isInVault } from '@/utils/vault/membership';
import { createSite, item } from './fake-site';
import { createTime, MINUTE, mirrored, range, signIn, startWorker } from './stage';

const COUNT = 410;

/** What happens just before one of the pages is answered. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('added-elsewhere' as const), n: fc.integer({ min: COUNT + 1, max: COUNT + 8 }) }),
  fc.record({ kind: fc.constant('removed-elsewhere' as const), n: fc.integer({ min: 1, max: COUNT + 8 }) }),
  fc.record({ kind: fc.constant('add' as const), n: fc.integer({ min: COUNT + 1, max: COUNT + 8 }) }),
  fc.record({ kind: fc.constant('remove' as const), n: fc.integer({ min: 1, max: COUNT + 8 }) }),
  fc.record({ kind: fc.constant('lag' as const), n: fc.constant(0) }),
  fc.record({ kind: fc.constant('kill' as const), n: fc.constant(0) }),
  fc.record({ kind: fc.constant('fail' as const), n: fc.constant(0) }),
);

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** Rows of other devices have ids of their own: an item that comes back is another one. */
let rowId = 100_000;

/** Worker after worker: each lives until the script kills it. */
function createLives(site: ReturnType<typeof createSite>, time: ReturnType<typeof createTime>) {
  let worker = startWorker(site, time);
  let killed = () => {};
  return {
    worker: () => worker,
    async happen({ kind, n }: Event) {
      const isThere = site.rows.some(row => row.modelVersionId === 10_000 + n);
      if (kind === 'added-elsewhere' && !isThere) site.add(item(n, { id: rowId++ }));
      if (kind === 'removed-elsewhere') site.remove(n);
      if (kind === 'add') await Promise.race([worker.add(n), time.pass(100)]);
      if (kind === 'remove') await Promise.race([worker.remove(n), time.pass(100)]);
      if (kind === 'lag') site.freeze();
      if (kind === 'fail') return { kind: 'site-error' } as const;
      if (kind !== 'kill') return undefined;
      killed();
      return new Promise<undefined>(() => {});
    },
    async sync() {
      const death = new Promise<void>(resolve => {
        killed = resolve;
      });
      let isDead = false;
      await Promise.race([worker.mirror.refreshIfStale(), death.then(() => (isDead = true))]);
      site.replica = undefined;
      if (isDead) worker = startWorker(site, time);
    },
  };
}

async function play(script: ReadonlyMap<number, Event>): Promise<void> {
  await freshStorage();
  await signIn();
  const site = createSite(COUNT);
  const time = createTime();
  const { worker, happen, sync } = createLives(site, time);
  let asked = 0;
  site.interfere = () => {
    const next = script.get(++asked);
    return next && (happen(next) as Promise<undefined>);
  };

  while (asked <= Math.max(0, ...script.keys())) {
    await sync();
    await time.pass(6 * MINUTE);
  }
  // What still has to settle does, and two more syncs are enough.
  for (const _ of range(1, 2)) {
    await time.pass(6 * MINUTE);
    await sync();
  }
  expect(await mirrored()).toEqual(site.rows.map(({ id }) => id).sort((a, b) => a - b));
  const versions = range(1, COUNT + 8);
  const facts = await worker().mirror.byVersions(versions.map(n => version(10_000 + n)));
  const kept = new Set<number>(site.rows.map(row => row.modelVersionId));
  expect(facts.filter(({ versionId, state }) => isInVault(state) !== kept.has(versionId))).toEqual([]);
  expect(await worker().mirror.status()).toMatchObject({ kind: 'synced' });
}

it('whatever happens between its pages, the mirror is the vault once all is quiet', async () => {
  const scripts = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), event), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(scripts, script => play(new Map(script))),
    { numRuns: 20 },
  );
}, 600_000);
