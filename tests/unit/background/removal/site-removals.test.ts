import { beforeEach, describe, expect, it } from 'vitest';
import { version } from '@/tests/unit/background/api/ids';
import { storedSnapshot } from '@/utils/account/snapshot';
import { fail } from '@/utils/problem';
import { ABSENT, createWindows, intentOf, MINUTE, NOW, startWorker } from './stage';

const clock = { now: NOW };
let browser = createWindows();
const outcomesOf = (results: { ok: boolean; problem?: object }[]) =>
  results.map(result => (result.ok ? 'removed' : JSON.stringify(result.problem)));
const asked = (outcome: string) => JSON.stringify({ kind: 'asked-elsewhere', outcome });

beforeEach(() => {
  clock.now = NOW;
  browser = createWindows();
});

describe('a removal that a page of the site confirms', () => {
  it('is carried out if the version can be put back, without another question', async () => {
    const { remove, submit } = startWorker({ clock });
    expect(await remove()).toMatchObject({ ok: true });
    expect(submit).toHaveBeenCalledExactlyOnceWith(intentOf(7, NOW));
    expect(browser.urls).toEqual([]);
  });

  it('is never younger than now, whatever the page’s clock says', async () => {
    const { removals, submit } = startWorker({ clock });
    await removals.submit(intentOf(7, NOW + 3_600_000), 1);
    expect(submit).toHaveBeenCalledExactlyOnceWith(intentOf(7, NOW));
  });

  it('is asked about on our own ground if the version can’t be put back, and nothing is removed', async () => {
    const { remove, submit } = startWorker({ clock, isOffered: false });
    expect(outcomesOf([await remove()])).toEqual([asked('opened')]);
    expect(submit).not.toHaveBeenCalled();
    expect(browser.urls).toHaveLength(1);
  });

  it('asks about the account once in ten seconds, however many are removed', async () => {
    const { remove, refresh } = startWorker({ clock });
    for (const id of [101, 102, 103]) await remove(id);
    expect(refresh).toHaveBeenCalledTimes(1);
    clock.now += 10_001;
    await remove(104);
    expect(refresh).toHaveBeenCalledTimes(2);
    const known = (await storedSnapshot.getValue()) ?? expect.fail('The figures are stored');
    await storedSnapshot.setValue({ ...known, usage: 'outdated' });
    await remove(105);
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it('300 at once: ten leave, then the user is asked', async () => {
    const { remove, submit, freshAvailability } = startWorker({ clock });
    const all = outcomesOf(await Promise.all(Array.from({ length: 300 }, (_, at) => remove(100 + at))));
    expect(submit).toHaveBeenCalledTimes(10);
    expect(all.filter(each => each === 'removed')).toHaveLength(10);
    expect(all.filter(each => each === asked('opened'))).toHaveLength(1);
    expect(all.filter(each => each === asked('already-open'))).toHaveLength(289);
    // Look-ups are requests: those beyond the budget are not made.
    expect(freshAvailability).toHaveBeenCalledTimes(10);
  });

  it('has no more in a new worker, and 60 in an hour', async () => {
    let removed = 0;
    for (let minute = 0; minute < 8; minute += 1) {
      for (let press = 0; press < 12; press += 1) {
        const { remove, submit } = startWorker({ clock });
        await remove(100 + press);
        removed += submit.mock.calls.length;
      }
      clock.now += MINUTE;
      if (minute === 0) expect(removed).toBe(10);
    }
    expect(removed).toBe(60);
    clock.now = NOW + 60 * MINUTE;
    expect(await startWorker({ clock }).remove()).toMatchObject({ ok: true });
  });

  it('of what is out by now needs no question', async () => {
    const { remove, submit } = startWorker({ clock, isOffered: false });
    expect(await remove(ABSENT)).toMatchObject({ ok: true, value: { state: 'out' } });
    expect(submit).not.toHaveBeenCalled();
    expect(browser.urls).toEqual([]);
  });

  it('of what is on its way into the vault takes that back', async () => {
    const onItsWay = {
      versionId: version(7),
      activity: { target: 'in' as const, phase: 'waiting' as const, since: 1 },
    };
    const outcome = async (state: 'out' | 'unknown', agoMs = 0) => {
      const facts = new Map([[7, { ...onItsWay, state, asOf: NOW - agoMs }]]);
      return (await startWorker({ clock, isOffered: false, facts }).remove()).ok;
    };
    expect(await outcome('out')).toBe(true);
    expect(await outcome('unknown')).toBe(false);
    // What was out two minutes ago may be in by now, from another device.
    expect(await outcome('out', 120_000)).toBe(false);
  });

  it('of another sign-in, or with a key that may only read, is refused without a question', async () => {
    const { removals } = startWorker({ clock, isOffered: false });
    const other = { ...intentOf(7, NOW), session: 'former' };
    expect(await removals.submit(other, 1)).toEqual(fail({ kind: 'other-session' }));
    const reader = startWorker({ clock, isOffered: false, canWrite: false });
    expect(await reader.remove()).toEqual(fail({ kind: 'read-only-key' }));
    expect(browser.urls).toEqual([]);
  });
});

describe('a page that asks without a confirmation', () => {
  it('gets a question, and looks nothing up', async () => {
    const { removals, freshAvailability } = startWorker({ clock });
    const answer = await removals.ask({ session: 's', versionId: version(7) }, 1);
    expect(answer).toEqual({ ok: true, value: { outcome: 'opened' } });
    expect(freshAvailability).not.toHaveBeenCalled();
    expect(await removals.ownGround.find(browser.id())).toMatchObject({ versionId: 7, why: { kind: 'press' } });
  });
});
