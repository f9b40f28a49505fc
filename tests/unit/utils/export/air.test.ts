import { describe, expect, it } from 'vitest';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { airOf } from '@/utils/export/air';

describe('airOf', () => {
  it.each([
    [{ type: 'Checkpoint', baseModel: 'Illustrious' }, 'urn:air:sdxl:checkpoint:civitai:101@1001'],
    [{ type: 'LORA', baseModel: 'SD 1.5' }, 'urn:air:sd1:lora:civitai:101@1001'],
    [{ type: 'TextualInversion', baseModel: 'Flux.1 D' }, 'urn:air:flux1:embedding:civitai:101@1001'],
    [{ type: 'LORA', baseModel: 'Wan Video 14B t2v' }, 'urn:air:civitai:101@1001'],
    [{ type: 'Workflows', baseModel: 'SDXL 1.0' }, 'urn:air:civitai:101@1001'],
    [{ type: '', baseModel: '' }, 'urn:air:civitai:101@1001'],
  ])('%o is %s', (changes, expected) => {
    expect(airOf(itemWith(1, changes))).toBe(expected);
  });
});
