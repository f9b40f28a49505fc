import { describe, expect, it } from 'vitest';
import { model, version } from '@/tests/unit/background/api/ids';
import { type Absence, judgePass, LOOKS_APART_MS, type Missed, takeBack } from '@/utils/vault/only-copy';

const AT = 1_800_000_000_000;
const missed = (id: number, at = AT): Missed => ({ versionId: version(id), modelId: model(id), at });
const absent = (id: number, since: number): Absence => ({ versionId: version(id), modelId: model(id), since });
const ids = (from: number, count: number) => Array.from({ length: count }, (_, n) => missed(from + n));
const NONE = { absences: [], suspects: [] };
const pass = (list: readonly Missed[], changes: Partial<Parameters<typeof judgePass>[1]> = {}) => ({
  ...{ missed: list, itemCount: 100, isFirst: false, hasLostControl: false },
  ...changes,
});

describe('a pass', () => {
  it.each([
    ['36 hours', LOOKS_APART_MS, true],
    ['a moment less', LOOKS_APART_MS - 1, undefined],
  ])('that misses a version again after %s decides', (_, ms, isGone) => {
    const { absences } = judgePass({ ...NONE, absences: [absent(1, AT - ms)] }, pass([missed(1)]));
    expect(absences).toHaveLength(1);
    expect(absences[0]?.isGone).toBe(isGone);
  });

  it('begins anew with a version that was missed in the future: the clock was set back', () => {
    const { absences } = judgePass({ ...NONE, absences: [absent(1, AT + 1)] }, pass([missed(1)]));
    expect(absences).toEqual([absent(1, AT)]);
  });

  it.each([
    ['ten of a hundred', 10, 100, 'many'],
    ['nine of a hundred', 9, 100, undefined],
    ['three in a hundred', 15, 500, undefined],
    ['one more than that', 16, 500, 'many'],
  ])('in which %s vanish is judged so', (_, count, itemCount, caveat) => {
    const judged = judgePass(NONE, pass(ids(1, count), { itemCount }));
    expect([judged.caveat, judged.absences.length]).toEqual([caveat, caveat ? 0 : count]);
  });

  it('counts nothing that a doubted pass had missed as vanished since', () => {
    const doubted = judgePass(NONE, pass(ids(1, 20)));
    expect(judgePass(doubted, pass(ids(1, 20)))).toMatchObject({
      suspects: [],
      absences: ids(1, 20).map(({ at, ...each }) => ({ ...each, since: at })),
    });
  });

  it('is not compared if it is the first', () => {
    expect(judgePass(NONE, pass(ids(1, 50), { isFirst: true })).absences).toHaveLength(50);
  });

  it('without the model that is known to be there changes nothing', () => {
    const before = { absences: [absent(1, AT - 2 * LOOKS_APART_MS)], suspects: [] };
    expect(judgePass(before, pass([missed(1), missed(2)], { hasLostControl: true }))).toEqual({
      ...before,
      caveat: 'control',
    });
  });
});

it('what was found again is taken back', () => {
  expect(takeBack([absent(1, AT), absent(2, AT)], new Set([version(2), version(3)]))).toEqual([absent(1, AT)]);
});
