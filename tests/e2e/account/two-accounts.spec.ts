import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, buttonOf, modelPath, settledMarks, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { OFFICIAL_ADD, OFFICIAL_REMOVE, untilOfficial, untilSaid } from '@/tests/e2e/support/site/official.ts';
import { everyCase, type Stage, useStage } from '@/tests/e2e/support/stage.ts';
import { removeNow } from '@/tests/e2e/support/vault/open-removals.ts';
import { expectedState, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;
const hosts = ['civitai.com', 'civitai.red'] as const;

async function openAt(stage: Stage, host: string, versionId: number) {
  const page = await stage.browser.newPage(`https://${host}${modelPath(wai.modelId, versionId)}`);
  return { page, marks: await settledMarks(page, wai.versionIds.length), button: await buttonOf(page, versionId) };
}

function traffic({ sandbox }: Stage) {
  const { requests } = sandbox;
  return {
    ours: requests.of('vault/toggle-version').map(({ account, toggled }) => [account, toggled]),
    theirs: requests
      .of('trpc/vault')
      .filter(({ method }) => method === 'POST')
      .map(({ account, toggled }) => [account, toggled]),
  };
}

const pair = { member: 'small', siteAccount: 'second', versions: [wai.versionIds[0], wai.versionIds[3]] } as const;
const inverse = { member: 'second', siteAccount: 'small', versions: [wai.versionIds[1], wai.versionIds[2]] } as const;

describe.each([pair, ...(everyCase ? [inverse] : [])])(
  'the key of $member on pages of $siteAccount',
  ({ member, siteAccount, versions }) => {
    const stage = useStage({ member, siteAccount });

    it.each(hosts)(
      'leaves the official button of %s alone, shows the vault of the key and says whose it is',
      async host => {
        const versionId = versions[hosts.indexOf(host)] ?? versions[0];
        const before = rowsOf(stage, member, versionId).length;
        const { page, marks, button } = await openAt(stage, host, versionId);
        expect(marks.map(({ state }) => state)).toEqual(wai.versionIds.map(id => expectedState(stage, member, id)));
        expect(button.name).toContain(`Vaulted acts for ${member}, which may not be the account logged in here.`);
        await openRoots(page);
        expect(await page.$eval('[data-vaulted-kind="button"]', host => host.shadowRoot?.textContent)).toContain(
          `for \u2068${member}\u2069`,
        );

        await untilOfficial(page, OFFICIAL_ADD);
        await clickCentre(page, OFFICIAL_ADD);
        await untilOfficial(page, OFFICIAL_REMOVE);
        await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
        expect(traffic(stage)).toEqual({ ours: [], theirs: [[siteAccount, 'add']] });
        expect(rowsOf(stage, siteAccount, versionId)).toHaveLength(1);
        expect((await buttonOf(page, versionId)).state).toBe(button.state);

        await clickCentre(page, OFFICIAL_REMOVE);
        await untilOfficial(page, OFFICIAL_ADD);
        expect(traffic(stage)).toEqual({
          ours: [],
          theirs: [
            [siteAccount, 'add'],
            [siteAccount, 'remove'],
          ],
        });
        expect(rowsOf(stage, siteAccount, versionId)).toHaveLength(0);
        expect(rowsOf(stage, member, versionId)).toHaveLength(before);
      },
    );

    it.each(hosts)('changes the vault of the key from %s', async host => {
      const versionId = wai.versionIds[hosts.indexOf(host) + 5] ?? 0;
      const { page } = await openAt(stage, host, versionId);
      await untilOfficial(page, OFFICIAL_ADD);
      await clickCentre(page, BUTTON);
      await untilButton(page, 'to say that it is in the vault', ({ state }) => state === 'pending');
      expect(traffic(stage)).toEqual({ ours: [[member, 'add']], theirs: [] });
      expect([rowsOf(stage, member, versionId).length, rowsOf(stage, siteAccount, versionId).length]).toEqual([1, 0]);
      // Its label is right for its own account, whatever Vaulted has done in the other one.
      await clickCentre(page, OFFICIAL_ADD);
      await untilOfficial(page, OFFICIAL_REMOVE);
      expect([rowsOf(stage, member, versionId).length, rowsOf(stage, siteAccount, versionId).length]).toEqual([1, 1]);
    });
  },
);

describe('one account on .com, another on .red', () => {
  const stage = useStage({ member: 'small' });

  it('takes the official button for what it is on each host', async () => {
    const { accounts } = stage.sandbox;
    const login = { com: accounts.get('small').sessions.com, red: accounts.get('second').sessions.red };
    await stage.browser.setLogin({ sessions: login });
    const versionId = wai.versionIds[0];

    const red = await openAt(stage, 'civitai.red', versionId);
    expect(red.button.name).toContain('Vaulted acts for small');
    await untilOfficial(red.page, OFFICIAL_ADD);
    await clickCentre(red.page, OFFICIAL_ADD);
    await untilOfficial(red.page, OFFICIAL_REMOVE);
    expect(traffic(stage).theirs).toEqual([['second', 'add']]);

    const com = await openAt(stage, 'civitai.com', versionId);
    expect(com.button.name).not.toContain('Vaulted acts for');
    await untilOfficial(com.page, OFFICIAL_REMOVE);
    await clickCentre(com.page, BUTTON);
    await removeNow(stage.browser, com.page);
    await untilButton(com.page, 'to say that it is out', ({ state }) => state === 'out');
    await untilOfficial(com.page, OFFICIAL_REMOVE);
    await clickCentre(com.page, OFFICIAL_REMOVE);
    await untilSaid(com.page, /not in your vault any more/);
    expect(traffic(stage)).toEqual({ ours: [['small', 'remove']], theirs: [['second', 'add']] });
  });

  it('leaves an account that is no member to what the site offers there', async () => {
    await stage.browser.setLogin(stage.sandbox.accounts.get('never'));
    const versionId = wai.versionIds[3];
    const { page, button } = await openAt(stage, 'civitai.red', versionId);
    expect(button).toMatchObject({ state: 'in' });
    expect(button.name).toContain('Vaulted acts for small');
    await untilOfficial(page, OFFICIAL_ADD);
    await clickCentre(page, OFFICIAL_ADD);
    await page.waitForSelector('[role="dialog"][aria-label="Civitai Vault"]');
    expect(traffic(stage)).toEqual({ ours: [], theirs: [] });
    expect((await buttonOf(page, versionId)).state).toBe('in');
  });
});
