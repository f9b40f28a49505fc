import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { clearChromium } from '@/tests/e2e/support/restart/clear.ts';
import { discardInChromium } from '@/tests/e2e/support/restart/discard-in-chromium.ts';
import { restartControls } from '@/tests/e2e/support/restart/in-chromium.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { cutWorkersOff } from './cut-workers-off.ts';
import { type Engine, type LaunchOptions, siteHosts } from './engine.ts';

/** Pages are painted by way of a graphics card, whose part SwiftShader plays: the way of most users' machines. */
const WITH_GPU = [
  '--ignore-gpu-blocklist',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-gpu-rasterization',
];

/** How Chromium is started: with no network but the sandbox, and silent otherwise. */
export function switches({
  port,
  catchAll,
  hasGpu = false,
  isRestoring = false,
}: Pick<LaunchOptions, 'port' | 'catchAll' | 'hasGpu' | 'isRestoring'>): string[] {
  const mapped = siteHosts.map(host => `MAP ${host}:443 127.0.0.1:${port}`);
  return [
    // Chromium refuses to start its own sandbox as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(hasGpu ? WITH_GPU : ['--disable-gpu']),
    ...(isRestoring ? ['--restore-last-session'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--ignore-certificate-errors',
    `--host-resolver-rules=${[...mapped, catchAll ? `MAP *:443 127.0.0.1:${port}` : 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
  ];
}

/** Ends the workers of the extension as Chromium does when they have been idle. */
async function closeWorkers(browser: Browser, id: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const running = targetInfos.filter(target => target.type === 'service_worker' && target.url.includes(id));
  for (const { targetId } of running) await session.send('Target.closeTarget', { targetId });
  await session.detach();
}

/** What the extension's workers are asked for; `id` is known once it is installed. */
function workerControls(browser: Browser, id: () => string) {
  const workers = () =>
    browser.targets().filter(target => target.type() === 'service_worker' && target.url().includes(id()));
  const offlineWorkers = cutWorkersOff(browser, workers);
  return {
    hasWorker: async () => workers().length > 0,
    killWorker: async () => {
      // A worker that is being inspected does not end.
      await offlineWorkers.letGo();
      const ending = workers();
      // A message may come in just then, and keep it: it is asked again.
      await until('the worker to end', async () => {
        await closeWorkers(browser, id());
        // A page that is open may have woken the next one by now.
        return !workers().some(worker => ending.includes(worker));
      });
    },
    setOffline: async (offline: boolean, pages: Page[]) => {
      for (const page of pages) await page.setOfflineMode(offline);
      await offlineWorkers.set(offline);
    },
    clear: async () => {
      await offlineWorkers.set(false);
      await clearChromium(browser);
    },
  };
}

/** The browser's tabs, also those that the extension has opened. */
function tabControls(browser: Browser) {
  const targets = () => browser.targets().filter(target => target.type() === 'page');
  return {
    openTabs: async () => targets().map(target => target.url()),
    closeTab: async (url: string) => {
      const target = targets().find(each => each.url() === url);
      await (await target?.page())?.close();
    },
    closeExtensionPage: async (page: Page) => {
      // It may have closed itself.
      if (!page.isClosed()) await page.close();
    },
    discardTab: (address: string) => discardInChromium(browser, address),
    setScheme: async (scheme: 'dark' | 'light', pages: Page[]) => {
      for (const page of pages) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    },
  };
}

/** Starts Chromium, or Chrome for Testing, with the site's hosts leading to the sandbox. */
export async function launchChromium(options: LaunchOptions): Promise<Engine> {
  const { executablePath, headless, viewport, dataFolder, isTouch = false } = options;
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    // For a mobile one Chromium takes the pointer for coarse.
    defaultViewport: headless ? { ...viewport, isMobile: isTouch, hasTouch: isTouch } : null,
    acceptInsecureCerts: true,
    pipe: true,
    ...(dataFolder && { userDataDir: dataFolder }),
    enableExtensions: true,
    handleSIGINT: false,
    args: [...switches(options), ...(headless ? [] : [`--window-size=${viewport.width},${viewport.height + 140}`])],
  });
  let id = '';
  return {
    puppeteer: browser,
    ...workerControls(browser, () => id),
    ...tabControls(browser),
    ...restartControls(browser, () => id),
    install: async folder => {
      id = await browser.installExtension(folder);
      return id;
    },
    uninstall: () => browser.uninstallExtension(id),
    origin: () => `chrome-extension://${id}`,
    openExtensionPage: async (page, path) => {
      await page.goto(`chrome-extension://${id}/${path}`);
    },
  };
}
