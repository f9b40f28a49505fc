import fc from 'fast-check';
import { expect, test } from 'vitest';
import { versionAnswer } from '@/entrypoints/background/api/schemas/public-schemas';
import { modelVersionById } from '@/sandbox/api/catalogue/model-version.ts';
import { toggle } from '@/sandbox/api/vault/vault-service.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { fail, ok } from '@/utils/problem';
import { judgeFit, needOf } from '@/utils/vault/fit';
import { freedKbOf, judgeSpare, proposedOf, type Spare, shortOfKb, sparesOf } from '@/utils/vault/free-up';

import { aScene, ask, build, itemsOf, lookUp, OWNER, versionsOf } from './free-up-scene';

/** What the dialog ticks by itself. */
function propose(world: World, wantedKb: number) {
  const [usedKb, totalKb] = [world.vault.usedKb(OWNER), world.vault.row(OWNER)?.storageKb ?? 0];
  const quota = { usedKb, totalKb, updatedAt: '' };
  const now = ok({ canWrite: true, membership: 'member' as const, tier: 'gold', isOwnerFresh: true, quota });
  const spares = sparesOf(itemsOf(world), { newer: [], gone: [], except: new Set() });
  const canReturn = (spare: Spare): boolean => judgeSpare(spare, now, lookUp(world, spare), true).can;
  const proposed = proposedOf(spares, canReturn, wantedKb, { freeKb: totalKb - usedKb, totalKb });
  for (const spare of spares) {
    // A look-up that failed proves nothing, whatever the version is.
    expect(judgeSpare(spare, now, fail({ kind: 'timed-out' }), true).can).toBe(false);
    expect(judgeSpare(spare, now, lookUp(world, spare), false).can).toBe(false);
  }
  return { proposed, usedKb, freeKb: totalKb - usedKb, returning: spares.filter(canReturn) };
}

/** No more than it takes, and never less while there is more; nothing where no removal makes so much space. */
function checkIsEnoughOrAll(
  wantedKb: number,
  freeKb: number,
  totalKb: number,
  { proposed, returning }: { proposed: readonly Spare[]; returning: readonly Spare[] },
): void {
  if (wantedKb > totalKb) expect(proposed).toEqual([]);
  else if (shortOfKb(wantedKb, freeKb, proposed) > 0) expect(proposed).toEqual(returning);
  else if (proposed.length > 0) expect(shortOfKb(wantedKb, freeKb, proposed.slice(0, -1))).toBeGreaterThan(0);
}

test('what "Free up space" proposes can be added again, and its sums are the vault’s own', async () => {
  let proposedOnes = 0;
  await fc.assert(
    fc.asyncProperty(aScene, async scene => {
      const { world, account } = build(scene);
      const flip = (id: number) => toggle(world, account, id, async () => {});
      const { proposed, usedKb, freeKb, returning } = propose(world, scene.wantedKb);
      checkIsEnoughOrAll(scene.wantedKb, freeKb, world.vault.row(OWNER)?.storageKb ?? 0, { proposed, returning });
      for (const { versionId, hasNotes } of proposed) {
        expect(hasNotes).toBe(false);
        expect(await flip(versionId)).toEqual({ ok: true, value: { toggled: 'remove' } });
      }
      expect(usedKb - world.vault.usedKb(OWNER)).toBe(freedKbOf(proposed));
      const totalKb = world.vault.row(OWNER)?.storageKb ?? 0;
      const shortKb = shortOfKb(scene.wantedKb, freeKb, proposed);
      expect(totalKb - world.vault.usedKb(OWNER) >= scene.wantedKb).toBe(shortKb === 0);
      for (const { versionId } of proposed) {
        proposedOnes += 1;
        expect(await flip(versionId)).toMatchObject({ ok: true, value: { toggled: 'add' } });
        await flip(versionId);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(proposedOnes).toBeGreaterThan(100);
});

test('what "can’t fit" the sandbox refuses, and what "fits" it adds', async () => {
  const seen = { fits: 0, 'may-not-fit': 0, 'cannot-fit': 0 };
  await fc.assert(
    fc.asyncProperty(aScene, async scene => {
      const { world, account } = build(scene);
      const freeKb = Math.max(0, (world.vault.row(OWNER)?.storageKb ?? 0) - world.vault.usedKb(OWNER));
      for (const { version, id } of versionsOf(scene)) {
        const answer = ask(world, modelVersionById, id);
        if (version.rows > 0 || answer.status !== 200) continue;
        const { need } = versionAnswer.parse(answer.json);
        const fit = judgeFit(need, freeKb);
        const isOffered = version.usageControl === 'Download' && version.availability === 'Public' && !version.isGated;
        const isAdded = (await toggle(world, account, id, async () => {})).ok;
        if (isAdded) await toggle(world, account, id, async () => {});
        if (fit) seen[fit] += 1;
        if (fit === 'cannot-fit') expect(isAdded).toBe(false);
        if (fit === 'fits' && isOffered) expect(isAdded).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  expect(needOf([])).toBeUndefined();
});
