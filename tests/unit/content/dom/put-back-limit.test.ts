import { describe, expect, it, vi } from 'vitest';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';

describe('createPatience', () => {
  it('tries ten times within ten seconds, then stops for good and says so once', () => {
    const worn = vi.fn();
    let now = 0;
    const isPatient = createPutBackLimit(worn, () => now);
    for (let attempt = 0; attempt < 10; attempt++) expect(isPatient()).toBe(true);
    expect(isPatient()).toBe(false);
    now = 60_000;
    expect(isPatient()).toBe(false);
    expect(worn).toHaveBeenCalledTimes(1);
  });

  it('never tires of a page that removes something now and then', () => {
    const worn = vi.fn();
    let now = 0;
    const isPatient = createPutBackLimit(worn, () => now);
    for (let attempt = 0; attempt < 50; attempt++) {
      now += 2_000;
      expect(isPatient()).toBe(true);
    }
    expect(worn).not.toHaveBeenCalled();
  });
});
