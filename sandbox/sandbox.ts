import type { Accounts } from '@/sandbox/accounts/accounts.ts';
import type { Catalogue } from '@/sandbox/catalogue/finder.ts';
import type { Faults } from '@/sandbox/http/faults.ts';
import type { RequestLog } from '@/sandbox/http/request-log.ts';
import type { VaultStore } from '@/sandbox/vault/vault-store.ts';
import type { Clock } from './clock.ts';
import type { Settings } from './settings.ts';

/** What the site is made of, without the server: all that the API and the site's pages read. */
export type World = {
  seed: number;
  settings: Settings;
  clock: Clock;
  catalogue: Catalogue;
  accounts: Accounts;
  vault: VaultStore;
};

/** A running sandbox: a handle for tests and for `npm start`. */
export type Sandbox = World & {
  /** On 127.0.0.1. */
  port: number;
  faults: Faults;
  requests: RequestLog;
  /** Runs the processing job once, now, whatever the clock says (site-facts.md F.6). */
  runJobs(): void;
  /** Ends every connection, as when what stands in front of the site is restarted. */
  disconnect(): void;
  /** Ends the server with every connection, hanging ones included. */
  close(): Promise<void>;
};
