import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import {
  BUTTON,
  buttonOf,
  clickVersion,
  inDialog,
  settledMarks,
  untilButton,
  versionList,
} from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { removeNow } from '@/tests/e2e/support/vault/open-removals.ts';
import { shows, untilFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { expectedState, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import type { Report } from './report.ts';
import { ACCOUNT, MODEL, type Stage } from './stage.ts';

/** Every version's mark against the database, and what it took to ask. */
export async function seeVersions(stage: Stage, report: Report): Promise<void> {
  const { page, sandbox } = stage;
  const found = await settledMarks(page, MODEL.versionIds.length);
  const { names } = await versionList(page);
  report.say(`versions found: ${names.map((name, index) => `${name} ${found[index]?.state}`).join(', ')}`);
  const expected = MODEL.versionIds.map(id => `${id} ${expectedState(stage, ACCOUNT, id)}`);
  const seen = found.map(({ versionId, state }) => `${versionId} ${state}`);
  report.check(
    `all ${seen.length} versions carry the state that the sandbox's database has`,
    seen.join() === expected.join(),
  );
  await untilQuiet('the number of requests', () => sandbox.requests.all().length);
  const checks = sandbox.requests.of('vault/check-vault');
  const asked = new Set(checks.flatMap(({ versionIds }) => versionIds));
  const isOneForAll = checks.length === 1 && MODEL.versionIds.every(id => asked.has(id));
  report.check('one check-vault request asked for all of them', isOneForAll, `${checks.length} check-vault`);
}

/** The popup's figures against the sandbox's. */
export async function seeQuota(stage: Stage, report: Report, when: string): Promise<void> {
  const { browser, sandbox } = stage;
  const { id } = sandbox.accounts.get(ACCOUNT);
  const [used, total, items] = [
    sandbox.vault.usedKb(id),
    sandbox.vault.row(id)?.storageKb ?? 0,
    sandbox.vault.items(id).length,
  ];
  const popup = await browser.openPopup();
  // Vaulted counts its own change to the space at once; the number of versions comes with the next answer.
  const figures = await untilFigures(
    popup,
    'to be read',
    ({ used: shown, items: counted }) => shows(shown, used) && counted === items,
  );
  const isRight = shows(figures.total, total) && figures.items === items;
  report.check(
    `the popup's figures equal the sandbox's ${when}`,
    isRight,
    `${figures.used.text} of ${figures.total.text}, ${figures.items} versions; sandbox: ${used} of ${total} KB, ${items}`,
  );
  await browser.closePopup(popup);
  await stage.page.bringToFront();
}

/** Clicks the first version in the list, after the one on top, that is in the wanted state; returns its id. */
async function select(stage: Stage, state: 'in' | 'out'): Promise<number> {
  const index = MODEL.versionIds.findIndex((id, at) => at > 0 && expectedState(stage, ACCOUNT, id) === state);
  await clickVersion(stage.page, index);
  return MODEL.versionIds[index] ?? 0;
}

/** Selects a version that is not in the vault and adds it with one click. */
export async function addOne(stage: Stage, report: Report): Promise<void> {
  const { page, sandbox } = stage;
  const versionId = await select(stage, 'out');
  const before = await buttonOf(page, versionId);
  report.check(`the button names the version on screen before the click`, before.state === 'out', before.name);
  await clickCentre(page, BUTTON);
  const after = await untilButton(page, 'to say that it is in the vault', ({ state }) =>
    ['in', 'pending'].includes(state),
  );
  const sent = sandbox.requests.of('vault/toggle-version');
  const isOne = sent.length === 1 && sent[0]?.versionIds[0] === versionId && sent[0].method === 'POST';
  report.check('the click on "Add to vault" sent exactly one toggle-version', isOne, `${sent.length} toggle-version`);
  const rows = rowsOf(stage, ACCOUNT, versionId);
  const isConfirmed = rows.length === 1 && after.state === expectedState(stage, ACCOUNT, versionId);
  report.check(
    "the state after it is the one in the sandbox's database",
    isConfirmed,
    `${after.name}; ${rows[0]?.status}`,
  );
}

/** The removal asks first: “Keep” changes nothing, “Remove” removes, once. */
export async function removeOne(stage: Stage, report: Report): Promise<void> {
  const { page, sandbox, browser } = stage;
  const toggles = () => sandbox.requests.of('vault/toggle-version').length;
  const before = toggles();
  const versionId = await select(stage, 'in');
  await buttonOf(page, versionId);
  await clickCentre(page, BUTTON);
  await settledCentre(page, inDialog('remove'));
  await browser.screenshot(page, 'remove-dialog');
  const dialog = (await ui(page)).find(({ kind }) => kind === 'dialog');
  report.check(
    'a click on a version in the vault asks first',
    dialog !== undefined && toggles() === before,
    dialog?.text,
  );
  await clickCentre(page, inDialog('keep'));
  await until('the dialog to close', async () => !(await ui(page)).some(({ kind }) => kind === 'dialog'));
  report.check(
    '"Keep" keeps it and sends nothing',
    toggles() === before && rowsOf(stage, ACCOUNT, versionId).length === 1,
  );
  await clickCentre(page, BUTTON);
  await removeNow(browser, page);
  const after = await untilButton(page, 'to say that it is out', ({ state }) => state === 'out');
  const isGone = rowsOf(stage, ACCOUNT, versionId).length === 0;
  report.check('"Remove" removes it with exactly one toggle-version', isGone && toggles() === before + 1, after.name);
}

/** Pictures of the page and the popup in both schemes, the browser's and the site's. */
export async function takePictures({ browser, page }: Stage, report: Report): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await browser.emulateScheme(scheme);
    await page.bringToFront();
    await page.reload({ waitUntil: 'load' });
    await settledMarks(page, MODEL.versionIds.length);
    await untilButton(page, 'to be settled', ({ state }) => state === 'in' || state === 'out');
    const popup = await browser.openPopup();
    await popup.setViewport({ width: 360, height: 420, deviceScaleFactor: 2 });
    // Each page has its own emulation: the popup has only just been opened.
    await browser.emulateScheme(scheme);
    await untilFigures(popup, 'to be there', () => true);
    report.say(`picture: ${await browser.screenshot(popup, `popup-${scheme}`)}`);
    await browser.closePopup(popup);
    report.say(`picture: ${await browser.screenshot(page, `model-page-${scheme}`)}`);
  }
}
