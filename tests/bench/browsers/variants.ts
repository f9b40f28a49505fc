import type { Page } from 'puppeteer-core';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { buildFloor } from './floor-extension.ts';
import { syncedAt } from './mirror-age.ts';

/**
 * The same browser without an extension, with the floor, with Vaulted, and with an older build of it if one is given. Vaulted's vault
 * of 5,000 items is known.
 */
export type Variants = { none: TestBrowser; floor: TestBrowser; vaulted: TestBrowser; older?: TestBrowser };
export type VariantName = keyof Variants;
/** Builds of Vaulted among the variants. */
export type BuildName = 'vaulted' | 'older';

export type VariantOptions = {
  /** The folder of an older build. */
  olderBuild?: string | undefined;
  /** Pages are painted as on a machine with a graphics card, whose part the processor plays. */
  hasGpu?: boolean;
};

/** All variants that are open, in one order. */
export function variantsIn(variants: Variants): [VariantName, TestBrowser][] {
  return [['none', variants.none], ['floor', variants.floor], ...buildsIn(variants)];
}

/** The builds of Vaulted that are open. */
export function buildsIn({ vaulted, older }: Pick<Variants, BuildName>): [BuildName, TestBrowser][] {
  const builds: [BuildName, TestBrowser][] = [['vaulted', vaulted]];
  if (older) builds.push(['older', older]);
  return builds;
}

/** A page with the extension's origin that asks its worker for nothing. */
export async function openProbe(browser: TestBrowser): Promise<Page> {
  const probe = await browser.newPage();
  await browser.engine.openExtensionPage(probe, 'manifest.json');
  return probe;
}

/** Makes the mirrors as young as can be, so that no section meets the moment at which the list is looked at again. */
export async function keepFresh(variants: Variants): Promise<void> {
  for (const [, browser] of buildsIn(variants)) {
    const probe = await openProbe(browser);
    await syncedAt(probe, Date.now());
    await probe.close();
  }
}

/** Waits until the whole vault has been read. */
async function signInAndSync(browser: TestBrowser): Promise<void> {
  const probe = await openProbe(browser);
  await browser.signIn(keys.huge);
  await until('the vault to be read', () => syncedAt(probe), { timeoutMs: 60_000, everyMs: 100 });
  await probe.close();
}

/** Opens all of them, so that what is compared runs on the same machine at the same time; closes them, whatever happens. */
export async function withVariants<Value>(
  sandbox: Sandbox,
  { olderBuild, hasGpu = false }: VariantOptions,
  use: (variants: Variants) => Promise<Value>,
): Promise<Value> {
  const floor = await buildFloor();
  const opened: TestBrowser[] = [];
  const open = async (extensionDir?: string | false) => {
    const folder = extensionDir === undefined ? {} : { extensionDir };
    const browser = await openBrowser({ browser: 'chromium', sandbox, hasGpu, ...folder });
    opened.push(browser);
    return browser;
  };
  try {
    const variants = {
      none: await open(false),
      floor: await open(floor.folder),
      vaulted: await open(),
      ...(olderBuild !== undefined && { older: await open(olderBuild) }),
    };
    for (const [, browser] of buildsIn(variants)) await signInAndSync(browser);
    return await use(variants);
  } finally {
    for (const browser of opened) await browser.close();
    await floor.remove();
  }
}
