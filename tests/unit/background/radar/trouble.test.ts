import { beforeEach, describe, expect, it } from 'vitest';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { HOUR, idsOf, settled } from './stage';

beforeEach(freshStorage);

const DAY = 24;
/** Long enough for as many passes as a verdict needs. */
const LONG = 10 * DAY;

const range = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

describe('a site in trouble', { timeout: 60_000 }, () => {
  it.each(['html', 'error', 'limited', 'region', 'blocked'] as const)(
    'for a day (%s), twice, flags nothing and loses nothing',
    async outage => {
      const { stage, set } = await settled(150, { mature: 12 });
      for (let times = 0; times < 2; times += 1) {
        stage.site.outage = outage;
        await stage.pass(DAY);
        stage.site.outage = undefined;
        await stage.pass(2 * DAY);
      }
      expect(await stage.findings()).toMatchObject({ gone: [], unseen: 0 });
      set([7], 'gone');
      await stage.pass(LONG);
      expect(await stage.gone()).toEqual([7]);
    },
  );

  it('pauses for an hour after a 429', async () => {
    const { stage } = await settled(150);
    stage.site.outage = 'limited';
    stage.sentAt.length = 0;
    await stage.pass(2 * DAY);
    const gaps = stage.sentAt.slice(1).map((at, n) => at - (stage.sentAt[n] ?? 0));
    expect(gaps.length).toBeGreaterThan(10);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(HOUR);
  });

  it('asks about half as many models where the answer is too large, and about as many as before in the next pass', async () => {
    const { stage } = await settled(100);
    stage.site.readable = 6;
    stage.fetch.sent.length = 0;
    await stage.pass(2 * DAY);
    const counts = stage.fetch.sent.map(({ url }) => new URL(url).searchParams.get('ids')?.split(',').length);
    const inOrder = counts.join();
    expect(inOrder).toMatch(/^20,10,5,5,5(,5)+,.*20,10,5,5/);
    expect(counts.filter(count => count === 20).length).toBeLessThanOrEqual(3);
  });
});

describe('a region in which mature models are hidden', { timeout: 60_000 }, () => {
  it.each(['mild', 'strict'] as const)('for two days (%s), flags nothing', async region => {
    const { stage } = await settled(150, { mature: 12 });
    stage.site.region = region;
    await stage.pass(2 * DAY);
    stage.site.region = undefined;
    await stage.pass(LONG);
    expect(await stage.gone()).toEqual([]);
  });

  it('says that the comparison proves nothing while a model is missing that is known to be there', async () => {
    const { stage, kinds, set } = await settled(150, { mature: 12 });
    const mature = idsOf(kinds, 'mature');
    set([7, 9], 'gone');
    stage.site.region = 'strict';
    await stage.pass(3 * DAY);
    expect(await stage.findings()).toMatchObject({ gone: [], caveat: 'control' });
    stage.site.region = undefined;
    await stage.pass(LONG);
    const { caveat } = await stage.findings();
    expect([await stage.gone(), caveat, mature.length]).toEqual([[7, 9], undefined, 12]);
  });
});

describe('many that vanish at once', { timeout: 60_000 }, () => {
  it('are not flagged, and that is said', async () => {
    const { stage, set } = await settled(200);
    set(range(20, 10), 'gone');
    for (let hour = 0; hour < 3 * DAY && !(await stage.findings()).caveat; hour += 1) await stage.pass(1);
    expect(await stage.findings()).toMatchObject({ gone: [], caveat: 'many' });
    set(range(20, 10), 'open');
    await stage.pass(LONG);
    const { caveat } = await stage.findings();
    expect([await stage.gone(), caveat]).toEqual([[], undefined]);
  });

  it('are flagged once later passes, far enough apart, miss them as well', async () => {
    const { stage, set } = await settled(200);
    set(range(20, 10), 'gone');
    await stage.pass(LONG);
    expect(await stage.gone()).toEqual(range(20, 10));
  });

  it.each([
    ['nine', 200, 9],
    ['three in a hundred', 500, 15],
  ])('are believed as long as they are only %s', async (_, count, vanished) => {
    const { stage, set } = await settled(count);
    set(range(20, vanished), 'gone');
    await stage.pass(LONG);
    expect(await stage.gone()).toEqual(range(20, vanished));
  });
});
