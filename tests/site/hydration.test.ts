import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { reactErrors } from './browser.ts';
import { stageSite } from './site-stage.ts';

const WAI = `/models/${landmarks.wai.modelId}/wai-illustrious-sdxl`;

const site = stageSite();

describe('hydration (site-facts.md C.5)', () => {
  it.concurrent.each([WAI, '/images/25143101', '/user/account', '/login'])('takes over %s in silence', async path => {
    const { page, complaints } = await site.open(path, { account: 'small' });
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(complaints).toEqual([]);
    expect(await reactErrors(page)).toEqual([]);
    await page.close();
  });

  it('keeps the nodes of the server, and an attribute set on one of them', async () => {
    const { page } = await site.open(WAI, {
      before: () =>
        document.addEventListener('DOMContentLoaded', () => {
          document.querySelector('h1')?.setAttribute('data-early', 'yes');
        }),
    });
    expect(await page.$eval('h1', title => title.getAttribute('data-early'))).toBe('yes');
    expect(await reactErrors(page)).toEqual([]);
    await page.close();
  });

  it('throws the whole tree away when somebody has put a node into it before', async () => {
    const { page } = await site.open(WAI, {
      before: () =>
        document.addEventListener('DOMContentLoaded', () => {
          document.querySelector('h1')?.setAttribute('data-early', 'yes');
          document.querySelector('.mantine-ScrollArea-root .mantine-Group-root')?.append(document.createElement('b'));
        }),
    });
    const errors = (await reactErrors(page)).join('\n');
    expect(errors).toContain('#418');
    expect(errors).toContain('#423');
    expect(await page.$('.mantine-ScrollArea-root b')).toBeNull();
    expect(await page.$eval('h1', title => title.hasAttribute('data-early'))).toBe(false);
    await page.close();
  });

  it('does not mind a node outside of #__next', async () => {
    const { page } = await site.open(WAI, {
      before: () =>
        document.addEventListener('DOMContentLoaded', () => document.body.append(document.createElement('b'))),
    });
    expect(await reactErrors(page)).toEqual([]);
    await page.close();
  });

  it('can be without the measure', async () => {
    site.sandbox.settings.hydrationMeasure = false;
    const { page } = await site.open(WAI, { account: 'small', hydrated: false });
    await page.waitForSelector('button[aria-label="Remove from Vault"]');
    expect(await page.evaluate(() => performance.getEntriesByName('Next.js-hydration').length)).toBe(0);
    site.sandbox.settings.hydrationMeasure = true;
    await page.close();
  });

  it.each(['superjson', 'devalue'] as const)(
    'reads %s, and fetches the model where the document has none',
    async encoding => {
      site.sandbox.settings.trpcEncoding = encoding;
      site.sandbox.settings.modelPrefetch = false;
      const { page, complaints } = await site.open(WAI, { account: 'small' });
      await page.waitForSelector('button[aria-label="Remove from Vault"]');
      expect(await page.$eval('h1', title => title.textContent)).toBe('WAI-illustrious-SDXL');
      site.sandbox.settings.modelPrefetch = true;
      const direct = await site.open(WAI);
      expect(await reactErrors(direct.page)).toEqual([]);
      expect(complaints).toEqual([]);
      site.sandbox.settings.trpcEncoding = 'superjson';
      await page.close();
      await direct.page.close();
    },
  );
});

describe('theme (site-facts.md D)', () => {
  const scheme = () => document.documentElement.getAttribute('data-mantine-color-scheme');

  it('is dark unless the browser remembers otherwise, and switches from the menu', async () => {
    const { page, complaints } = await site.open(WAI, { account: 'small' });
    expect(await page.evaluate(scheme)).toBe('dark');
    await page.click('button[aria-label="Account menu"]');
    await page.locator('button[role="menuitem"]').click();
    expect(await page.evaluate(scheme)).toBe('light');
    await page.reload();
    expect(await page.evaluate(scheme)).toBe('light');
    const filled = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--mantine-color-blue-filled'),
    );
    expect(filled.toUpperCase()).toBe('#228BE6');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('layout', () => {
  it('scrolls inside of #main only and puts the actions first on a narrow screen', async () => {
    const { page } = await site.open(WAI, { account: 'small', width: 400 });
    const seen = await page.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
      const scroller = document.querySelector('#main > .scroll-area');
      const list = document.querySelector('.mantine-ScrollArea-viewport');
      return {
        page: document.scrollingElement?.scrollHeight === innerHeight,
        inner: (scroller?.scrollHeight ?? 0) > innerHeight,
        first: top('button[aria-label="Share"]') < top('.carousel'),
        list: (list?.scrollWidth ?? 0) > (list?.clientWidth ?? 0),
        wide: document.documentElement.scrollWidth,
      };
    });
    expect(seen).toEqual({ page: true, inner: true, first: true, list: true, wide: 400 });
    await page.close();
  });
});
