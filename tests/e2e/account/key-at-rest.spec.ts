import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { createProfile, type Profile } from '@/tests/e2e/support/browser/build.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { signInThroughPopup, signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { browserName } from '@/tests/e2e/support/stage.ts';
import { leaveFormerDatabase } from '@/tests/e2e/support/vault/former-release.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { openSettings, pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { formerAccount } from '@/tests/unit/background/storage/former-database.ts';

/** Twelve characters in a row give a key away, as text of one byte or of two. */
function tracesOf(key: string): Buffer[] {
  const pieces = [0, 7, 14, 20].map(start => key.slice(start, start + 12));
  return pieces.flatMap(piece => [Buffer.from(piece, 'latin1'), Buffer.from(piece, 'utf16le')]);
}

/** The files below the folder that hold a piece of the key. */
async function filesWith(folder: string, key: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter(file => file.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (tracesOf(key).some(trace => bytes.includes(trace))) found.push(path.slice(folder.length));
  }
  return found;
}

describe("the files of the browser's profile", () => {
  let sandbox: Sandbox;
  let profile: Profile;
  let browser: TestBrowser;
  const open = async () => {
    browser = await openBrowser({ browser: browserName, sandbox, profile });
    return browser.openPopup();
  };
  setUp(
    async () => {
      sandbox = await startSandbox();
      profile = await createProfile(browserName);
    },
    async () => {
      await browser?.close();
      await sandbox?.close();
      await profile?.remove();
    },
  );

  it('hold no key after an update, after another key and after signing out', async () => {
    let popup = await open();
    // What an earlier release has left, with the key among everything else.
    await leaveFormerDatabase(browser, popup, 3, formerAccount(keys.small, 'of-the-former-release'));
    await browser.closePopup(popup);
    popup = await browser.openPopup();
    expect((await readFigures(popup)).items).toBe(42);
    expect(await filesWith(profile.dataFolder, keys.small)).not.toEqual([]);

    await openSettings(popup);
    await pressButton(popup, /Use another key/);
    await signInThroughPopup(popup, keys.second);
    await until('the other vault', async () => (await readFigures(popup)).items === 20);
    await browser.close();
    popup = await open();
    expect((await readFigures(popup)).items).toBe(20);
    expect(await filesWith(profile.dataFolder, keys.small)).toEqual([]);
    expect(await filesWith(profile.dataFolder, keys.second)).not.toEqual([]);

    await signOutThroughPopup(popup);
    await browser.close();
    popup = await open();
    await until('the form', () => popup.evaluate(() => Boolean(document.querySelector('form'))));
    expect(await filesWith(profile.dataFolder, keys.second)).toEqual([]);
    expect(await filesWith(profile.dataFolder, keys.small)).toEqual([]);
  });
});
