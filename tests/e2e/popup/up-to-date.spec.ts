import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { signInThroughPopup, signOutThroughPopup, textOf, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { ringPollAlarm, searchFor } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

describe('another vault', () => {
  const stage = useStage();

  it('is checked again by an alarm once the site has had time to process something', async () => {
    const { vault, accounts, catalogue } = stage.sandbox;
    const { id } = accounts.get('second');
    const count = (status: string) => vault.items(id).filter(row => row.status === status).length;
    const isInVault = (versionId: number) => vault.items(id).some(row => row.modelVersionId === versionId);
    vault.add(id, catalogue.ordinaryVersions().find(version => !isInVault(version.id))?.id ?? 0);
    const [stored, pending] = [count('Stored'), count('Pending')];
    expect(pending).toBeGreaterThan(0);
    const popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    await signInThroughPopup(popup, keys.second);
    await untilSays(popup, new RegExp(`${stored} stored.*${pending} pending`));
    await stage.browser.killWorker();
    stage.sandbox.runJobs();
    await ringPollAlarm(popup);
    // Of a vault that is stored there is nothing to say.
    const text = await untilValue(
      'nothing to wait for',
      () => textOf(popup),
      said => !/pending/.test(said),
    );
    expect(text).toContain(`${stored + pending} versions`);
    expect(text).not.toMatch(/\d stored/);
  });

  it('is counted on screen while it is read for the first time', async () => {
    const popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    stage.sandbox.faults.add({ endpoint: 'vault/all', kind: 'delay', ms: 200 });
    await signInThroughPopup(popup, keys.huge);
    const done = () => popup.evaluate(() => document.querySelector('progress')?.value);
    const first = await until('some progress', done);
    await untilValue('more progress', done, value => (value ?? 0) > first);
    stage.sandbox.faults.clear();
    await untilValue(
      'the whole count',
      () => textOf(popup),
      text => /5,000 versions/.test(text) && !/Reading/.test(text),
      { timeoutMs: 20_000 },
    );
    expect(await searchFor(popup, 'Kept Only Here 49')).toHaveLength(8);
  });
});
