import { describe, expect, it } from 'vitest';
import { describeFit } from '@/utils/sentences/fit-sentences';
import { typeWords } from '@/utils/sentences/type-words';

const types = [
  { type: 'Checkpoint', count: 2, kb: 12_000 },
  { type: 'LORA', count: 10, kb: 1_000 },
];

describe('describeFit', () => {
  it('measures by the items in the vault', () => {
    expect(describeFit(7_000, types)).toBe('By the size of what you keep, that is about 1 Checkpoint or 70 LoRAs.');
  });

  it('leaves out what does not fit, and stops counting where there is plenty', () => {
    expect(describeFit(5_000, types)).toContain('about 50 LoRAs.');
    expect(describeFit(700_000, types)).toContain('more than 99 Checkpoints or more than 99 LoRAs');
  });

  it('says so where nothing fits, and nothing where there is nothing to measure by', () => {
    expect(describeFit(50, types)).toContain('less than an average version');
    expect(describeFit(50, [])).toBeUndefined();
    expect(describeFit(50, [{ type: '', count: 1, kb: 1 }])).toBeUndefined();
  });
});

describe('typeWords', () => {
  it.each([
    ['LORA', 1, 'LoRA'],
    ['LORA', 2, 'LoRAs'],
    ['TextualInversion', 3, 'Embeddings'],
    ['Checkpoint', 1, 'Checkpoint'],
    ['Other', 2, 'Other'],
    ['SomethingNew', 2, 'SomethingNews'],
    ['', 2, 'Without a type'],
  ])('%s, %d: %s', (type, count, words) => {
    expect(typeWords(type, count)).toBe(words);
  });
});
