import { describe, expect, it } from 'vitest';
import { again, HOUR, REFUSED, refusedRig, signIn, signOut } from '@/tests/unit/background/vault/owed-rig';
import { createRig, IN, OUT, V } from '@/tests/unit/background/vault/rig';

describe('a version that is owed to the user', () => {
  it('is no longer owed once another device has added it', async () => {
    const rig = await refusedRig();
    rig.world.kept.add(V);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    expect(rig.attempts).toHaveLength(2);
    expect(rig.store.journal.size).toBe(0);
    expect(rig.shown()?.problem).toBeUndefined();
  });

  it('is no longer owed once the user gives it up, or removes it for good', async () => {
    const rig = await refusedRig();
    expect(await rig.engine().owed()).toMatchObject([{ versionId: V, owed: 'trying' }]);
    await rig.engine().dismissOwed(V);
    expect([rig.store.journal.size, await rig.engine().owed()]).toEqual([0, []]);
    expect(rig.shown()?.problem).toBeUndefined();
    await rig.engine().dismissOwed(V);
    const other = await refusedRig();
    other.remove();
    await other.pass(60_000);
    expect([other.store.journal.size, other.attempts.length]).toEqual([0, 2]);
  });

  it('is not owed where the removal was refused, or never left', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push(REFUSED);
    again(rig);
    await rig.pass(60_000);
    expect(await rig.engine().owed()).toEqual([]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'removal-refused' } });
    await rig.pass(2 * HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    expect(rig.attempts).toHaveLength(1);
  });

  it('leaves the vault within ten seconds of what was looked up, or not at all', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    const outcome = again(rig, 10_500);
    await rig.pass(1_000);
    expect(outcome).toMatchObject([{ ok: false, problem: { kind: 'removal-expired' } }]);
    expect(rig.attempts).toEqual([]);
  });
});

describe('a version that is owed to a user who signs out', () => {
  it('is added again only once the user says so, and is asked about until then', async () => {
    const rig = await refusedRig();
    await signOut(rig);
    await signIn(rig);
    expect(await rig.engine().owed()).toMatchObject([{ versionId: V, owed: 'asking' }]);
    expect(rig.world.alarmMs).toBeUndefined();
    expect(rig.attempts).toHaveLength(2);
    rig.world.toggles.push(REFUSED);
    rig.add();
    await rig.pass(60_000);
    expect(await rig.engine().owed()).toMatchObject([{ versionId: V, owed: 'trying' }]);
    rig.world.toggles.push(IN);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    rig.world.kept.add(V);
    await rig.pass(60_000);
    expect([rig.attempts.length, rig.store.journal.size]).toEqual([4, 0]);
  });

  it('is asked about again after every sign-out, also from the middle of its removal', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push({ after: 60_000, answer: OUT });
    again(rig);
    await rig.pass(1_000);
    await signOut(rig);
    await signIn(rig);
    await signOut(rig);
    await signIn(rig, 'three');
    expect(await rig.engine().owed()).toMatchObject([{ owed: 'asking' }]);
    await rig.engine().dismissOwed(V);
    expect(rig.store.journal.size).toBe(0);
  });
});
