import { describe, expect, it } from 'vitest';
import { isRefused } from '@/entrypoints/background/vault/explain-refusal';
import { noAccess, refused, SITE_ERROR, withCause } from './refusals';
import { createRig, failure, V } from './rig';

describe('a refusal', () => {
  it.each([
    ['a code of the handler', refused(noAccess), true],
    ['a text of the handler', refused({ hasCause: false, message: 'Vault storage limit exceeded' }), true],
    ['400', failure({ kind: 'unexpected' }, { sent: 'answered', status: 400 }), true],
    ['401', failure({ kind: 'key-refused' }, { sent: 'answered', status: 401 }), true],
    ['403', failure({ kind: 'blocked' }, { sent: 'answered', status: 403 }), true],
    ['451', failure({ kind: 'region-blocked' }, { sent: 'answered', status: 451 }), true],
    ['429', failure({ kind: 'limited', until: 0 }, { sent: 'answered', status: 429 }), false],
    ['408', failure({ kind: 'unexpected' }, { sent: 'answered', status: 408 }), false],
    ['500 without a word', failure(SITE_ERROR, { sent: 'answered', status: 500 }), false],
    ['500 of the database', refused({ code: 'P2024', hasCause: false }), false],
    ['502 of a gateway, with words', failure(SITE_ERROR, { sent: 'answered', status: 502, refusal: noAccess }), false],
    ['a time-out', failure({ kind: 'timed-out' }), false],
  ])('with %s: nothing has changed for certain, or it has to be found out', (_, answer, expected) => {
    expect(isRefused(answer)).toBe(expected);
  });

  it('is reported after one check, with its reason, and not sent again', async () => {
    const rig = createRig();
    rig.world.storageKb = 5_500;
    rig.world.toggles.push(refused(withCause));
    const added = rig.add();
    await rig.pass(500);
    const problem = { kind: 'over-quota', sizeKb: 1_000, freeKb: 500 };
    expect(added).toEqual([{ ok: false, problem }]);
    expect(rig.asked).toHaveLength(2);
    expect(rig.shown()).toMatchObject({ state: 'out', problem });
    await rig.pass(60_000);
    expect(rig.attempts).toHaveLength(1);
    expect(rig.store.journal.size).toBe(0);
  });

  it('is the engine’s own where the vault is read with the site’s login: nothing is asked, sent or written down', async () => {
    const rig = createRig();
    rig.world.session = { session: 'one', canWrite: false, isLogin: true };
    const outcomes = [rig.add(), rig.remove()];
    await rig.pass(60_000);
    const needsKey = [{ ok: false, problem: { kind: 'needs-key' } }];
    expect(outcomes).toEqual([needsKey, needsKey]);
    expect([rig.attempts, rig.asked, rig.store.journal.size]).toEqual([[], [], 0]);
  });

  it('of a key is reported as such', async () => {
    const rig = createRig();
    rig.world.toggles.push(failure({ kind: 'key-refused' }, { sent: 'answered', status: 401 }));
    const added = rig.add();
    await rig.pass(500);
    expect(added).toEqual([{ ok: false, problem: { kind: 'key-refused' } }]);
  });

  it('is not believed on one check where the vault is as intended', async () => {
    const rig = createRig();
    rig.world.toggles.push(refused(noAccess));
    const added = rig.add();
    await rig.pass(50);
    rig.world.kept.add(V);
    await rig.pass(5_000);
    expect(added).toEqual([]);
    await rig.pass(20_000);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
    expect(rig.attempts).toHaveLength(1);
  });

  it('is forgotten as soon as it is intended again, or has come true by itself', async () => {
    const rig = createRig();
    rig.world.toggles.push(refused(noAccess));
    rig.add();
    await rig.pass(500);
    expect(rig.shown()).toHaveProperty('problem');
    await rig.pass(20_000);
    rig.world.kept.add(V);
    await Promise.all([rig.engine().check([V]), rig.pass(100)]);
    expect(rig.shown()).not.toHaveProperty('problem');
  });
});
