import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { FaultKind, PlacedFault } from '@/sandbox/http/faults.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { BUTTON, modelPath, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { type Mark, ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { browserName, everyCase } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

type Read = { name: string; fault: FaultKind; says: RegExp; always?: true };

const html = '<!doctype html><title>502 Bad Gateway</title><h1>Bad gateway</h1>';
const error = { code: 'INTERNAL_SERVER_ERROR', name: 'TRPCError' };
const ill = /has a problem right now/;
const unreadable = /answer couldn’t be read/;

/** What a read can meet, and what the user hears of it. Every one lasts until it is taken away; what takes long comes last. */
const reads: readonly Read[] = [
  { name: 'the connection is refused', fault: { kind: 'refuse' }, says: ill },
  { name: 'the connection drops', fault: { kind: 'drop', when: 'before-commit' }, says: ill, always: true },
  { name: '403', fault: { kind: 'status', status: 403 }, says: /turned this request away/ },
  {
    name: '429 with Retry-After',
    fault: { kind: 'status', status: 429, retryAfter: '3' },
    says: /had too many requests/,
    always: true,
  },
  { name: 'a real 500', fault: { kind: 'status', status: 500 }, says: ill, always: true },
  { name: '451', fault: { kind: 'status', status: 451 }, says: /isn’t available in your region/ },
  {
    name: 'a documented 500',
    fault: { kind: 'status', status: 500, json: { message: 'Unexpected', error: { ...error, message: 'Unexpected' } } },
    says: ill,
  },
  { name: '502 with a page', fault: { kind: 'status', status: 502, html }, says: ill },
  { name: 'a page in place of the answer', fault: { kind: 'status', status: 200, html }, says: unreadable },
  { name: 'the answer is malformed', fault: { kind: 'malformed' }, says: unreadable, always: true },
  { name: 'the answer is truncated', fault: { kind: 'truncated' }, says: unreadable },
  { name: 'the answer breaks off', fault: { kind: 'cut' }, says: unreadable },
  { name: 'the answer has another shape', fault: { kind: 'other-shape' }, says: unreadable },
  { name: 'it hangs', fault: { kind: 'hang' }, says: /took too long to answer/ },
  // All pages ask again once its pause is over, in one request: what hangs has to be gone by then.
  { name: '429 without Retry-After', fault: { kind: 'status', status: 429 }, says: /had too many requests/ },
];
const wanted = reads.filter(({ always }) => browserName === 'chromium' || everyCase || always);

function ordinaryModels({ catalogue }: Sandbox) {
  const ordinary = new Set(catalogue.ordinaryVersions().map(({ id }) => id));
  return catalogue.models.filter(({ versions }) => versions.every(({ id }) => ordinary.has(id)));
}

describe('a read that goes wrong', () => {
  let sandbox: Sandbox;
  let browser: TestBrowser;

  setUp(
    async () => {
      sandbox = await startSandbox();
      // What a page links to is asked about as well: no page may ask about another's version.
      for (const model of sandbox.catalogue.models) {
        model.description = '';
        for (const version of model.versions) version.recommended = [];
      }
      // Without its list nothing is known of the vault but what the checks say.
      sandbox.faults.add({ endpoint: 'vault/all', kind: 'status', status: 502, html });
      browser = await openBrowser({ browser: browserName, sandbox });
      await browser.setLogin(sandbox.accounts.get('small'));
      await browser.signIn(keys.small);
    },
    async () => {
      await browser?.close();
      await sandbox?.close();
    },
  );

  describe('a check', () => {
    const cases = wanted.map((read, nth) => ({ ...read, nth }));
    /** What another page has asked about before is known. */
    const isHonest = ({ state, versionId = 0 }: Mark) =>
      state === 'unknown' || state === expectedState({ sandbox }, 'small', versionId);
    type Opened = { versionId: number; page: Page; placed: PlacedFault };
    const openings = new Map<number, Opened>();
    const open = async ({ fault, nth }: { fault: FaultKind; nth: number }): Promise<Opened> => {
      const model = ordinaryModels(sandbox)[nth] ?? expect.fail('The sandbox has too few models');
      const versionId = model.versions[0]?.id ?? 0;
      const placed = sandbox.faults.add({ endpoint: 'vault/check-vault', versionId, ...fault });
      return { versionId, placed, page: await browser.newPage(modelPath(model.id)) };
    };

    // Nothing but waiting: while it does, the others have their turn.
    setUp(
      async () => {
        for (const read of cases.filter(({ fault }) => fault.kind === 'hang')) {
          const opened = await open(read);
          // What another page asks by then would hang in the same request.
          await until('the question to leave', () => opened.placed.hits() > 0);
          openings.set(read.nth, opened);
        }
      },
      () => openings.clear(),
    );

    it.each(cases)('$name: says why nothing is known, and a click checks again', { timeout: 90_000 }, async read => {
      const { versionId, page, placed } = openings.get(read.nth) ?? (await open(read));
      await page.bringToFront();
      const saysWhy = ({ state, name }: Mark) => state === 'unknown' && read.says.test(name);
      const { name } = await untilButton(page, 'to say why it is not known', saysWhy, { timeoutMs: 40_000 });
      expect(name).toMatch(/Press to look again/);
      expect(name).not.toMatch(/\b[45]\d\d\b|JSON|SyntaxError|undefined|\[object/);
      expect((await ownMarks(page)).filter(mark => !isHonest(mark))).toEqual([]);
      placed.remove();
      await clickCentre(page, BUTTON);
      // On a slow machine the page may just have asked again by itself.
      const isKnown = (found: Mark) => !['unknown', 'busy'].includes(found.state);
      const { state } = await untilButton(page, 'to know', isKnown, { timeoutMs: 40_000 });
      expect(state).toBe(expectedState({ sandbox }, 'small', versionId));
      expect(sandbox.requests.of('vault/toggle-version')).toEqual([]);
      expect(browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
      await page.close();
    });
  });

  describe('the quota', () => {
    // What each failure is called was seen at the checks.
    it.each(wanted.filter(({ always }) => always || everyCase))(
      '$name: says why, with the last known figures',
      { timeout: 60_000 },
      async ({ fault, says }) => {
        const placed = sandbox.faults.add({ endpoint: 'vault/get', ...fault });
        const popup = await browser.openPopup();
        // The list, which fails as well, has a sentence of its own.
        await until('the fault to be met', () => placed.hits() > 0);
        await until('the popup to say why', async () => says.test(await textOf(popup)), { timeoutMs: 40_000 });
        expect((await readFigures(popup)).used.text).toBe('20.93 GB');
        placed.remove();
        await browser.closePopup(popup);
      },
    );
  });
});
