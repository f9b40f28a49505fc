import { connectionOf, readAccount } from '@/entrypoints/background/account/account-store';
import { createPageChecks } from '@/entrypoints/background/page-budget/page-checks';
import { version } from '@/tests/unit/background/api/ids';
import { createSite } from '@/tests/unit/background/mirror/fake-site';
import { createTime, startWorker } from '@/tests/unit/background/mirror/stage';

/** Versions of the first item, the last of four, and one that is not kept. */
export const ids = [version(10_001), version(10_004), version(10_009)];

export function start(site = createSite(4), time = createTime()) {
  const worker = startWorker(site, time);
  const account = { connection: async () => connectionOf(await readAccount()) };
  const pageChecks = createPageChecks(worker.engine, time.now);
  return { ...worker, site, time, witnesses: { account, ...worker, pageChecks, now: time.now } };
}
