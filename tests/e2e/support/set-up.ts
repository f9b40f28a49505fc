import { afterAll, beforeAll, beforeEach } from 'vitest';

/**
 * Makes what the tests around it share before the first of them, and ends it after the last. A test that is tried again begins with a
 * new one: its first try may have changed the vault, and would then fail for that alone. Where it can't be made, the first test fails
 * with that, and is tried again as any other. `end` is told whether all tests are over.
 */
export function setUp(begin: () => unknown, end: (isOver: boolean) => unknown = () => {}, timeoutMs?: number): void {
  let failure: { error: unknown } | undefined;
  const start = async (): Promise<void> => {
    failure = undefined;
    try {
      await begin();
    } catch (error) {
      failure = { error };
    }
  };
  beforeAll(start, timeoutMs);
  beforeEach(async ({ task }) => {
    if (task.result?.retryCount) {
      await end(false);
      await start();
    }
    if (failure) throw failure.error;
  }, timeoutMs);
  afterAll(async () => void (await end(true)));
}
