import { afterAll, beforeAll, beforeEach } from 'vitest';

/**
 * Makes what the tests around it share before the first of them, and ends it after the last. A test that is tried again begins with a
 * new one: its first try may have changed the vault, and would then fail for that alone.
 */
export function setUp(begin: () => unknown, end: () => unknown = () => {}): void {
  beforeAll(async () => void (await begin()));
  beforeEach(async ({ task }) => {
    if (!task.result?.retryCount) return;
    await end();
    await begin();
  });
  afterAll(async () => void (await end()));
}
