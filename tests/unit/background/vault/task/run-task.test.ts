import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, V } from '@/tests/unit/background/vault/rig';

describe('an intent before it could be sent', () => {
  it('waits while looking fails, says why, and is sent after a fresh check', async () => {
    const rig = createRig();
    rig.world.checks.push(failure({ kind: 'offline' }));
    rig.world.toggles.push(IN);
    const added = rig.add();
    await rig.pass(500);
    expect(rig.shown()?.activity).toMatchObject({ phase: 'waiting', reason: { kind: 'offline' } });
    await rig.pass(5_000);
    expect(added).toMatchObject([{ ok: true }]);
    expect(rig.attempts).toHaveLength(1);
  });

  it('waits as long as the site asks for', async () => {
    const rig = createRig();
    rig.world.checks.push(failure({ kind: 'limited', until: rig.now() + 40_000 }));
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(39_000);
    expect(rig.shown()?.activity).toMatchObject({ phase: 'waiting', reason: { kind: 'limited' } });
    expect(rig.asked).toHaveLength(1);
    await rig.pass(2_000);
    expect(rig.attempts).toHaveLength(1);
  });

  it('is given up with the reason when looking keeps failing', async () => {
    const rig = createRig();
    rig.world.checks.push(...Array.from({ length: 6 }, () => failure({ kind: 'site-error' })));
    const added = rig.add();
    await rig.pass(180_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'site-error' } }]);
    expect(rig.asked).toHaveLength(6);
    expect(rig.shown()).toMatchObject({ state: 'unknown', problem: { kind: 'site-error' } });
    expect(rig.store.journal.size).toBe(0);
  });

  it('is given up at once where waiting does not help', async () => {
    const rig = createRig();
    rig.world.checks.push(failure({ kind: 'key-refused' }, { sent: 'answered', status: 401 }));
    const added = rig.add();
    await rig.pass(200);
    expect(added).toEqual([{ ok: false, problem: { kind: 'key-refused' } }]);
  });

  it('is tried again if the request certainly never left', async () => {
    const rig = createRig();
    rig.world.toggles.push(failure({ kind: 'offline' }, { sent: 'no' }), IN);
    const added = rig.add();
    await rig.pass(5_000);
    expect(added).toMatchObject([{ ok: true }]);
    expect(rig.attempts).toHaveLength(2);
  });

  it('is not tried again if the site says that there is no vault', async () => {
    const rig = createRig();
    rig.world.toggles.push(failure({ kind: 'no-vault' }, { sent: 'no' }));
    const added = rig.add();
    await rig.pass(60_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'no-vault' } }]);
    expect(rig.attempts).toHaveLength(1);
  });
});

describe('a removal', () => {
  it('leaves within a minute of its confirmation or never', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    const old = rig.remove(V, 61_000);
    await rig.pass(200);
    const future = rig.remove(V, -6_000);
    await rig.pass(200);
    for (const outcome of [old, future]) expect(outcome).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
    expect(rig.attempts).toEqual([]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'removal-expired' } });
  });

  it('that had to wait for too long is dropped on the minute', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.checks.push(...Array.from({ length: 20 }, () => failure({ kind: 'offline' })));
    const removed = rig.remove();
    await rig.pass(59_900);
    expect(removed).toEqual([]);
    await rig.pass(300);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
    await rig.pass(600_000);
    expect(rig.attempts).toEqual([]);
  });

  it('is dropped when the clock was set back, too', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.checks.push({ after: 59_000, answer: [V] });
    const removed = rig.remove();
    await rig.pass(100);
    rig.world.wallOffset -= 4_000;
    rig.world.quotas.push({ after: 2_400, answer: failure({ kind: 'site-error' }) });
    await rig.pass(62_000);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
    expect(rig.attempts).toEqual([]);
  });
});
