import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { openFull, press, untilDialog, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

describe('the vault page', () => {
  const stage = useStage({ member: 'small' });

  it('shows everything of an item, and opens the model at that version', async () => {
    const page = await openFull(stage, 'small', '?query=wai-illu');
    const { rows } = await untilList(page, 'to be searched', ({ count }) => count === 2);
    expect(rows.map(({ name }) => name)).toEqual(['WAI-illustrious-SDXL', 'WAI-illustrious-SDXL']);
    await page.click('.row .cell--model');
    const text = await untilDialog(page, /still offers this version to all users/);
    for (const part of [
      'WAI',
      'Checkpoint',
      'Illustrious',
      'character',
      '6.46 GB',
      '12 KB',
      '4 MB',
      'urn:air:sdxl:checkpoint:civitai:827184@',
    ])
      expect(text).toContain(part);
    const link = await page.$eval('dialog .dialog-foot a', anchor => anchor.getAttribute('href'));
    expect(link).toMatch(/^https:\/\/civitai\.com\/models\/827184\?modelVersionId=\d+$/);
  });

  it('leads to the site’s own downloads, which know nothing of the key', async () => {
    const [row] = stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id, landmarks.wai.versionIds[0]);
    const page = await openFull(stage, 'small', '?query=v16.0');
    await page.click('.row .cell--model');
    await untilDialog(page, /through your login on civitai\.com/);
    const hrefs = await page.$$eval('dialog .download', links => links.map(link => link.getAttribute('href')));
    const base = `https://civitai.com/api/download/vault/${row?.id}`;
    expect(hrefs).toEqual([
      `${base}?type=model&fileId=${row?.files[0]?.id}`,
      `${base}?type=details`,
      `${base}?type=images`,
    ]);
    const visits = stage.sandbox.requests
      .of('auth/session')
      .map(({ cookie, authorization }) => [cookie, authorization]);
    expect(visits.length).toBeGreaterThan(0);
    for (const visit of visits) expect(visit).toEqual([true, undefined]);
    stage.sandbox.requests.clear();
    await press(page, 'Details');
    const asked = await until('the download', () => stage.sandbox.requests.of('download/vault')[0]);
    expect([asked.cookie, asked.authorization, asked.status, asked.search]).toEqual([
      true,
      undefined,
      307,
      '?type=details',
    ]);
  });

  it.each([
    ['second', /logged in on civitai\.com as second: Civitai will refuse these downloads\. Log in as small first/],
    [undefined, /aren’t logged in on civitai\.com in this browser: Civitai will refuse/],
  ] as const)('says before the click that downloads won’t work for %s', async (siteAccount, words) => {
    await stage.browser.setLogin(siteAccount && stage.sandbox.accounts.get(siteAccount));
    try {
      const page = await openFull(stage, 'small', '?query=v16.0');
      await page.click('.row .cell--model');
      await untilDialog(page, words);
      expect(await axeFindings(page)).toEqual([]);
    } finally {
      await stage.browser.setLogin(stage.sandbox.accounts.get('small'));
    }
  });
});
