import { beforeEach, describe, expect, it } from 'vitest';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { HOUR, idsOf, mostInAnHour, settled } from './stage';

beforeEach(freshStorage);

const DAY = 24;
/** Long enough for as many passes as a verdict needs. */
const LONG = 10 * DAY;

describe('a version that is gone', { timeout: 60_000 }, () => {
  it('is flagged at the second look, which comes 36 hours later at the earliest', async () => {
    const { stage, set } = await settled(60);
    set([7], 'gone');
    const start = stage.time.now;
    while ((await stage.gone()).length === 0) await stage.pass(1);
    expect(stage.time.now - start).toBeGreaterThanOrEqual(36 * HOUR);
    expect(stage.changed).toEqual([1_000_007]);
    const looks = stage.fetch.sent.filter(({ url }) => /models\/7$|mini\/1000007$/.test(url));
    expect(looks.length).toBeGreaterThanOrEqual(4);
  });

  it('is told once, and taken back when it returns', async () => {
    const { stage, set } = await settled(60);
    set([7], 'gone');
    await stage.pass(LONG);
    expect((await stage.findings()).unseen).toBe(1);
    await stage.markSeen();
    await stage.pass(2 * DAY);
    expect(await stage.findings()).toMatchObject({ gone: [1_000_007], unseen: 0 });
    set([7], 'private');
    await stage.pass(2 * DAY);
    expect(await stage.gone()).toEqual([]);
    expect(stage.changed).toEqual([1_000_007, 1_000_007]);
  });
});

describe('a worker', { timeout: 60_000 }, () => {
  it('that is killed at every tenth request goes on where it was, and sends no more than before', async () => {
    const { stage, kinds, set } = await settled(150, { gone: 5 });
    set([50], 'gone');
    let wakes = 0;
    for (let hour = 0; hour < LONG; hour += 1) {
      for (let n = 0; n < 6; n += 1) {
        wakes += 1;
        stage.time.now += HOUR / 6;
        if (wakes % 10 === 0) {
          await stage.killWhileAsking();
          await stage.restart();
        } else await stage.wake();
      }
    }
    expect(await stage.gone()).toEqual(idsOf(kinds, 'gone'));
    expect(mostInAnHour(stage.sentAt)).toBeLessThanOrEqual(6);
  });

  it('sends nothing and is not woken while the setting is off', async () => {
    const { stage } = await settled(60);
    stage.settings.isOn = false;
    await stage.wake();
    stage.sentAt.length = 0;
    await stage.pass(LONG);
    expect([stage.sentAt, stage.time.alarmAt]).toEqual([[], undefined]);
    stage.settings.isOn = true;
    await stage.wake();
    expect(stage.sentAt).toHaveLength(1);
  });

  it('whose clock is set back a year goes on within the hour, and counts the 36 hours anew', async () => {
    const { stage, set } = await settled(60);
    set([7], 'gone');
    await stage.pass(1.5 * DAY);
    stage.time.now -= 365 * DAY * HOUR;
    stage.time.alarmAt = stage.time.now + HOUR;
    const back = stage.time.now;
    while ((await stage.gone()).length === 0 && stage.time.now - back < LONG * HOUR) await stage.pass(1);
    expect(stage.time.now - back).toBeGreaterThanOrEqual(36 * HOUR);
    expect(await stage.gone()).toEqual([7]);
  });
});
