import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { WorldVersion } from '@/sandbox/records.ts';
import { signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { untilSaid } from '@/tests/e2e/support/site/official.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';

/** Signs in with this key, in Vaulted and as this account on the site. */
export async function actFor({ browser, sandbox }: Stage, account: string, key: string): Promise<void> {
  const popup = await browser.openPopup();
  await signOutThroughPopup(popup);
  await browser.closePopup(popup);
  await browser.setLogin(sandbox.accounts.get(account));
  await browser.signIn(key);
}

type OrdinaryModel = { modelId: number; versionIds: number[]; version: WorldVersion };

/** The nth ordinary model of which no account has a version in its vault, and its first version. */
export function ordinaryModel({ sandbox }: Stage, nth: number): OrdinaryModel {
  const { catalogue, accounts, vault } = sandbox;
  const open = new Set(catalogue.ordinaryVersions().map(({ id }) => id));
  const isFree = (id: number) => accounts.list().every(account => vault.items(account.id, id).length === 0);
  const models = catalogue.models.filter(({ id: modelId, versions }) => {
    // What can't fit is held back before anything else is said of it.
    if (modelId === landmarks.huge.modelId) return false;
    const names = new Set(versions.map(({ name }) => name));
    return names.size === versions.length && versions.length > 1 && versions.every(v => open.has(v.id) && isFree(v.id));
  });
  const model = models[nth];
  const version = model?.versions[0];
  if (!version) throw new Error('The sandbox has too few models');
  return { modelId: model.id, versionIds: model.versions.map(({ id }) => id), version };
}

/** A message says why a click came to nothing, in the words of the house, and so does the button. */
export async function expectReason(page: Page, words: RegExp, state = 'error'): Promise<void> {
  expect(await untilSaid(page, words)).not.toMatch(/\b[45]\d\d\b|BAD_REQUEST|NOT_FOUND|TRPC/);
  const { name } = await untilButton(page, 'to say that it failed', mark => mark.state === state);
  expect(name).toMatch(new RegExp(words.source.split('.*')[0] ?? ''));
}
