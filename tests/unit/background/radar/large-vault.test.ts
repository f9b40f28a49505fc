import { beforeEach, expect, it } from 'vitest';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createStage, idsOf, kindsOf, mostInAnHour } from './stage';

beforeEach(freshStorage);

it('of 5,000 versions, exactly those that are gone are flagged, gently', { timeout: 240_000 }, async () => {
  const counts = { gone: 37, mature: 20, archived: 15, poi: 9, unrated: 5, private: 8, unpublished: 12 };
  const kinds = kindsOf(5_000, counts);
  const stage = await createStage(kinds);
  const withdrawn = idsOf(kinds, 'unpublished');
  const gone = idsOf(kinds, 'gone');
  await stage.wake();
  await stage.pass(24);
  expect(stage.fetch.sent.filter(({ url }) => withdrawn.some(id => url.endsWith(`/models/${id}`)))).toHaveLength(12);
  for (const id of withdrawn) kinds.set(id, 'open');
  await stage.pass(7 * 24);
  expect(await stage.gone()).toEqual(gone);
  expect(mostInAnHour(stage.sentAt)).toBeLessThanOrEqual(6);
  const lists = stage.fetch.sent.filter(({ url }) => url.includes('/models?'));
  const sizes = lists.map(({ url }) => new URL(url).searchParams.get('ids')?.split(',').length ?? 0);
  expect(Math.max(...sizes)).toBe(20);
  const isKeyless = ({ init }: { init: RequestInit }) => !new Headers(init.headers).has('authorization');
  expect(stage.fetch.sent.every(isKeyless)).toBe(true);
});
