import { describe, expect, it } from 'vitest';
import { plain } from '@/tests/unit/support/plain';
import { describeFit } from '@/utils/sentences/fit-sentences';
import { countOfType, typeLabel } from '@/utils/sentences/type-labels';

const types = [
  { type: 'Checkpoint', count: 2, kb: 12_000 },
  { type: 'LORA', count: 10, kb: 1_000 },
];

const fits = (freeKb: number) => plain(describeFit(freeKb, types) ?? '');

describe('describeFit', () => {
  it('measures by the items in the vault', () => {
    expect(fits(7_000)).toBe('Room for about 1 checkpoint or 70 LoRAs.');
  });

  it('leaves out what does not fit, and stops counting where there is plenty', () => {
    expect(fits(5_000)).toBe('Room for about 50 LoRAs.');
    expect(fits(700_000)).toContain('more than 99 of type Checkpoint or more than 99 of type LoRA');
  });

  it('says so where nothing fits, and nothing where there is nothing to measure by', () => {
    expect(describeFit(50, types)).toContain('less than an average version');
    expect(describeFit(50, [])).toBeUndefined();
    expect(describeFit(50, [{ type: '', count: 1, kb: 1 }])).toBeUndefined();
  });
});

describe('typeLabel', () => {
  it.each([
    ['LORA', 'LoRA'],
    ['TextualInversion', 'Embedding'],
    ['Checkpoint', 'Checkpoint'],
    ['Other', 'Other'],
    ['SomethingNew', 'SomethingNew'],
    ['', 'Without a type'],
  ])('%s: %s', (type, label) => {
    expect(typeLabel(type)).toBe(label);
  });
});

describe('countOfType', () => {
  it.each([
    ['LORA', 1, '1 LoRA'],
    ['LORA', 2, '2 LoRAs'],
    ['TextualInversion', 3, '3 embeddings'],
    ['Poses', 1, '1 version of type Pose'],
    ['SomethingNew', 2, '2 versions of type SomethingNew'],
  ])('%s, %d: %s', (type, count, label) => {
    expect(plain(countOfType(type, count))).toBe(label);
  });
});
