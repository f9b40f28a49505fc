import { afterEach } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Fault } from '@/sandbox/http/faults.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import type { Engine } from '@/tests/e2e/support/browser/engine.ts';
import {
  type BrowserName,
  type OpenOptions,
  openBrowser,
  type TestBrowser,
} from '@/tests/e2e/support/browser/open-browser.ts';
import { setUp } from './set-up.ts';

/** The browser that this run is about. */
export const browserName: BrowserName = process.env.VAULTED_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** `npm run test:all`: cases that take a minute are waited for to their very end. */
export const everyCase = process.env.VAULTED_EVERY_CASE === '1';

export type Member = keyof typeof keys;

export type Stage = { readonly browser: TestBrowser; readonly sandbox: Sandbox };

type StageOptions = Partial<OpenOptions> & {
  /** The account whose key Vaulted has; signed out when left out. */
  member?: Member;
  /** The account that is logged in on the site; the same account when left out. */
  siteAccount?: string | undefined;
  /** In place before the sign-in and during every test. */
  faults?: Fault[];
};

type Left = { engine: Engine; port: number };
/** What the stage before this one in the same process has left: to start a browser beside four others takes many seconds. */
let left: Left | undefined;

/** That browser and its sandbox's port, where the stage doesn't ask for a browser of another kind. */
function takeLeft(options: Partial<OpenOptions>): Left | undefined {
  if (!isOrdinary(options)) return undefined;
  const taken = left;
  left = undefined;
  return taken;
}

const isOrdinary = (options: Partial<OpenOptions>) => Object.keys(options).every(key => key === 'extensionDir');

/** One sandbox and one browser for all tests of a file. Pages, faults and the request log are cleared after each test. */
export function useStage({ member, siteAccount = member, faults = [], ...options }: StageOptions = {}): Stage {
  let browser: TestBrowser | undefined;
  let sandbox: Sandbox | undefined;
  const open = async (): Promise<void> => {
    const found = takeLeft(options);
    sandbox = await startSandbox(found && { port: found.port });
    for (const fault of faults) sandbox.faults.add(fault);
    browser = await openBrowser({ browser: browserName, sandbox, engine: found?.engine, ...options });
    if (siteAccount) await browser.setLogin(sandbox.accounts.get(siteAccount));
    if (member) await browser.signIn(keys[member]);
    sandbox.requests.clear();
  };
  const close = async (isOver: boolean): Promise<void> => {
    const isLeft = isOver && left === undefined && isOrdinary(options);
    if (browser && sandbox && isLeft) left = { engine: await browser.leave(), port: sandbox.port };
    else await browser?.close();
    await sandbox?.close();
  };
  setUp(open, close);
  afterEach(async () => {
    await browser?.closePages();
    sandbox?.faults.clear();
    for (const fault of faults) sandbox?.faults.add(fault);
    sandbox?.requests.clear();
  });
  return {
    get browser() {
      if (!browser) throw new Error('The browser is there from beforeAll on');
      return browser;
    },
    get sandbox() {
      if (!sandbox) throw new Error('The sandbox is there from beforeAll on');
      return sandbox;
    },
  };
}
