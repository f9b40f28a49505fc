import { describe, expect, it } from 'vitest';
import { plain } from '@/tests/unit/support/plain';
import { describeSpace } from '@/utils/sentences/space-sentences';

const GB = 1_024 * 1_024;

describe('what an addition needs', () => {
  it('is said where it can’t fit, or may not', () => {
    const need = { leastKb: 2 * GB, mostKb: 4 * GB };
    expect(plain(describeSpace({ need, freeKb: GB }))).toBe('It needs at least 2 GB. Free: 1 GB.');
    expect(plain(describeSpace({ need, freeKb: 3 * GB }))).toBe('It may need 4 GB. Free: 3 GB.');
    expect(plain(describeSpace({ need, freeKb: 4 * GB }))).toBe('');
    expect(plain(describeSpace({ sizeKb: 2 * GB, freeKb: GB }))).toBe('It may need 2 GB. Free: 1 GB.');
  });

  it('is not said where it isn’t known, however little is free', () => {
    expect(plain(describeSpace({ freeKb: -GB }))).toBe('');
    expect(plain(describeSpace({ sizeKb: 2 * GB }))).toBe('');
  });
});
