import { describe, expect, it } from 'vitest';
import { initialOf } from '@/utils/initial-of';

describe('initialOf', () => {
  it.each([
    ['keeper', 'k'],
    ['7th', '7'],
    ['  [Fox]', 'F'],
    ['e\u0301clair', 'e\u0301'],
    ['👩‍🎨 paints', '👩‍🎨'],
    ['狐', '狐'],
    ['__', '·'],
    ['', '·'],
  ])('%s has %s', (name, initial) => {
    expect(initialOf(name)).toBe(initial);
  });
});
