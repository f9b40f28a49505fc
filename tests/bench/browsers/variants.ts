import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { buildFloor } from './floor-extension.ts';
import { syncedAt } from './mirror-age.ts';

/** The same browser without an extension, with the floor, and with Vaulted, whose vault of 5,000 items is known. */
export type Variants = { none: TestBrowser; floor: TestBrowser; vaulted: TestBrowser };
export type VariantName = keyof Variants;
export const VARIANTS = ['none', 'floor', 'vaulted'] as const;

/** Waits until the whole vault has been read. */
async function signInAndSync(browser: TestBrowser): Promise<void> {
  const probe = await browser.newPage();
  await browser.engine.openExtensionPage(probe, 'manifest.json');
  await browser.signIn(keys.huge);
  await until('the vault to be read', () => syncedAt(probe), { timeoutMs: 60_000, everyMs: 100 });
  await probe.close();
}

/** Opens all three, so that what is compared runs on the same machine at the same time; closes them, whatever happens. */
export async function withVariants<Value>(
  sandbox: Sandbox,
  use: (variants: Variants) => Promise<Value>,
): Promise<Value> {
  const floor = await buildFloor();
  const opened: TestBrowser[] = [];
  const open = async (extensionDir?: string | false) => {
    const folder = extensionDir === undefined ? {} : { extensionDir };
    const browser = await openBrowser({ browser: 'chromium', sandbox, ...folder });
    opened.push(browser);
    return browser;
  };
  try {
    const variants = { none: await open(false), floor: await open(floor.folder), vaulted: await open() };
    await signInAndSync(variants.vaulted);
    return await use(variants);
  } finally {
    for (const browser of opened) await browser.close();
    await floor.remove();
  }
}
