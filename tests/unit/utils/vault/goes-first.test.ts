import { expect, it } from 'vitest';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { goesFirst } from '@/utils/vault/goes-first';

const row = (id: number, createdAt: string | undefined, modelSizeKb = 95) => ({
  ...item(id, { modelSizeKb, ...(createdAt && { createdAt }) }),
  seenOn: 0,
});
const rows = [
  row(1, '2025-03-01'),
  row(2, '2023-01-01'),
  row(3, undefined),
  row(4, '2024-06-01'),
  row(-5, '2020-01-01'),
];

it.each([
  ['nothing while it fits', 0, []],
  ['the oldest version', 1, [2]],
  ['so many that the rest fits', 101, [2, 4]],
  ['those without a date last, and no stand-in', 1e9, [2, 4, 1, 3]],
])('over the limit, %s goes first', (_, overKb, expected) => {
  expect(goesFirst(rows, overKb).map(({ id }) => id)).toEqual(expected);
});
