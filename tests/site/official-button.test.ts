import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { stageSite } from './site-stage.ts';

const { wai, earlyAccess, archived } = landmarks;
const WAI = `/models/${wai.modelId}/wai-illustrious-sdxl`;
const ADD = 'button[aria-label="Add to Vault"]';
const REMOVE = 'button[aria-label="Remove from Vault"]';

const site = stageSite();

function keeps(versionId: number): boolean {
  return site.sandbox.vault.items(site.sandbox.accounts.get('empty').id, versionId).length > 0;
}

/** Long enough for access to be known and the button to have come, if it comes. */
async function settle(page: Page): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 500 });
}

describe('the official vault button (site-facts.md B.3)', () => {
  it('remembers its first answer and flips blindly', async () => {
    const [first, second] = wai.versionIds;
    const { page, complaints } = await site.open(WAI, { account: 'empty' });
    const asked: string[] = [];
    page.on('request', request => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.waitForSelector(ADD);
    await settle(page);

    // Another device adds; the button does not learn of it, and its click removes.
    site.sandbox.vault.add(site.sandbox.accounts.get('empty').id, first);
    await page.click(ADD);
    await page.waitForSelector(REMOVE);
    expect(keeps(first)).toBe(false);
    expect(asked).toContain('POST /api/trpc/vault.toggleModelVersion');

    // Away and back: what it shows is what it made up, without a second question.
    await page.locator('::-p-text(v15.0)').click();
    await page.waitForSelector(ADD);
    await page.locator('::-p-text(v16.0)').click();
    await page.waitForSelector(REMOVE);
    await settle(page);
    const looks = site.sandbox.requests
      .all()
      .filter(({ path, versionIds }) => path.endsWith('isModelVersionInVault') && versionIds.includes(first));
    expect(looks).toHaveLength(1);
    expect(keeps(second)).toBe(false);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('comes late, without a box around it', async () => {
    const { page } = await site.open(WAI, { account: 'small' });
    expect(await page.$(ADD)).toBeNull();
    expect(await page.$(REMOVE)).toBeNull();
    await page.waitForSelector(REMOVE);
    expect(await page.$eval(REMOVE, button => button.parentElement?.className)).toBe('flex gap-2');
    await page.close();
  });

  it('sells a membership to who has none', async () => {
    const { page } = await site.open(WAI, { account: 'never' });
    await page.waitForSelector(ADD);
    await page.click(ADD);
    await page.waitForSelector('body > .modal-overlay a[href="/pricing"]');
    await page.close();
  });

  it.concurrent.each([
    ['a visitor', undefined, WAI, false],
    ['a member at a gated version', 'empty', `/models/${earlyAccess.modelId}/early-bird`, false],
    [
      'a member at the open one',
      'empty',
      `/models/${earlyAccess.modelId}/early-bird?modelVersionId=${earlyAccess.versionIds[1]}`,
      true,
    ],
    ['the owner of a private model', 'small', `/models/${landmarks.ownPrivate.modelId}/own-private-model`, false],
    [
      'a member at a generator-only version',
      'empty',
      `/models/${landmarks.generationOnly.modelId}/generator-only`,
      false,
    ],
    ['a member at an archived model', 'empty', `/models/${archived.modelId}/archive-piece`, true],
  ])('%s', async (_, account, path, isShown) => {
    const { page } = await site.open(path, account ? { account } : {});
    await settle(page);
    expect((await page.$$(`${ADD}, ${REMOVE}`)).length).toBe(isShown ? 1 : 0);
    await page.close();
  });

  it('leaves the download without an address where the model is archived', async () => {
    const { page } = await site.open(`/models/${archived.modelId}/archive-piece`, { account: 'empty' });
    await settle(page);
    expect(await page.$(`a[href^="/api/download/models/${archived.versionIds[0]}"]`)).toBeNull();
    await page.goto(`https://civitai.com${WAI}`);
    await page.waitForSelector(`a[href^="/api/download/models/${wai.versionIds[0]}?type=Model&format=SafeTensor"]`);
    await page.close();
  });
});
