import { describe, expect, it, vi } from 'vitest';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';

describe('createPutBackLimit', () => {
  it('tries ten times within ten seconds, then gives up for good and says so once', () => {
    const onGiveUp = vi.fn();
    let now = 0;
    const mayPutBack = createPutBackLimit(onGiveUp, () => now);
    for (let attempt = 0; attempt < 10; attempt++) expect(mayPutBack()).toBe(true);
    expect(mayPutBack()).toBe(false);
    now = 60_000;
    expect(mayPutBack()).toBe(false);
    expect(onGiveUp).toHaveBeenCalledTimes(1);
  });

  it('never gives up where the page removes something now and then', () => {
    const onGiveUp = vi.fn();
    let now = 0;
    const mayPutBack = createPutBackLimit(onGiveUp, () => now);
    for (let attempt = 0; attempt < 50; attempt++) {
      now += 2_000;
      expect(mayPutBack()).toBe(true);
    }
    expect(onGiveUp).not.toHaveBeenCalled();
  });
});
