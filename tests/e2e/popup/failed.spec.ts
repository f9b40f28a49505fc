import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { textOf, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

describe('what the popup says of the vault', () => {
  const stage = useStage({ member: 'small' });
  const items = () => stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id);
  /** A popup whose figures stand. */
  const open = async () => {
    const popup = await stage.browser.openPopup();
    await readFigures(popup);
    return popup;
  };
  setUp(async () => {
    const popup = await open();
    await untilSays(popup, /34 stored/);
    await stage.browser.closePopup(popup);
  });

  const focusIsOn = (popup: Page, words: string) =>
    until(`the focus to be on “${words}”`, () =>
      popup.evaluate(name => document.activeElement?.textContent === name, words),
    );

  describe('of what could not be stored', () => {
    const openFailed = async () => {
      const popup = await open();
      await pressButton(popup, /3 failed/);
      await untilSays(popup, /Civitai has given up/);
      return popup;
    };
    const lost = () => items().find(row => row.status === 'Failed' && row.meta.failures > 3);

    it('explains what failed and which the site tries again', async () => {
      const text = await textOf(await openFailed());
      expect(text).toMatch(/details and pictures/);
      expect(text.match(/will try again by itself/g)).toHaveLength(2);
    });

    it('advises against removing what could not be added again', async () => {
      const version = stage.sandbox.catalogue.findVersion(lost()?.modelVersionId ?? 0);
      if (!version) throw new Error('the sandbox has a lost version');
      const { status } = version;
      version.status = 'Unpublished';
      const popup = await openFailed();
      await pressButton(popup, /Remove and add again…/);
      await untilSays(popup, /Better not/);
      await focusIsOn(popup, 'OK');
      expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
      version.status = status;
      // An availability is cached for a while; another worker looks it up again.
      await stage.browser.killWorker();
    });

    it('asks before it removes one and adds it again, and then does both, once', async () => {
      const versionId = lost()?.modelVersionId ?? 0;
      const popup = await openFailed();
      await pressButton(popup, /Remove and add again…/);
      await untilSays(popup, /still offers it, and it fits/);
      await focusIsOn(popup, 'Leave it as it is');
      await pressButton(popup, /Leave it as it is/);
      expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
      await pressButton(popup, /Remove and add again…/);
      await untilSays(popup, /still offers it/);
      await pressButton(popup, /Remove and add again$/);
      await until('the version to be gone', () => rowsOf(stage, 'small', versionId).length === 0);
      // With the popup closed, the rest is left to the worker.
      await stage.browser.closePopup(popup);
      const rows = await untilValue(
        'the version to be back',
        () => rowsOf(stage, 'small', versionId),
        ({ length }) => length > 0,
        {
          timeoutMs: 40_000,
        },
      );
      expect(rows).toMatchObject([{ status: 'Pending' }]);
      expect(stage.sandbox.requests.of('vault/toggle-version')).toHaveLength(2);
    });
  });
});
