import type { Page } from 'puppeteer-core';
import { untilValue } from '@/tests/e2e/support/wait.ts';

/** Faults of the marks on a page, and how many models and versions it shows. */
export type Comparison = {
  shown: number;
  marked: number;
  /** Marks at places that Vaulted does not know. */
  lost: number;
  wrong: string[];
};

/** State of a version, and those of a model's versions in the vault, as the sandbox's own database has them. */
export type Truth = { versions: { [versionId: number]: string }; models: { [modelId: number]: string[] } };

/**
 * Compares the marks on the page with the site's own list of what it shows. Each entry has exactly one mark, of the right model,
 * version, state and count; no mark stands for nothing, and notifications never get one.
 */
export async function compareMarks(page: Page, truth: Truth): Promise<Comparison> {
  return page.evaluate(known => {
    const wrong: string[] = [];
    const explained = new Set<Element>();
    const entries = window.__sandbox.shown().filter(entry => entry.linked);
    const wanted = entries.filter(entry => entry.surface !== 'notification');
    const inside = (element: Element) => [
      ...(element.matches('[data-vaulted]') ? [element] : []),
      ...element.querySelectorAll('[data-vaulted]'),
    ];
    const isMarked = entries.some(({ surface, element }) => surface === 'notification' && inside(element).length > 0);
    if (isMarked) wrong.push('a notification is marked');
    const urgency = ['in', 'pending', 'failed'];
    for (const { surface, modelId, versionId, element } of wanted) {
      const marks = inside(element);
      const what = `${surface} ${modelId}${versionId === undefined ? '' : `@${versionId}`}`;
      for (const mark of marks) explained.add(mark);
      const [mark] = marks;
      if (!mark || marks.length > 1 || !(mark instanceof HTMLElement)) {
        wrong.push(`${what}: ${marks.length} marks`);
        continue;
      }
      const { vaulted, vaultedModel, vaultedVersion, vaultedCount } = mark.dataset;
      const inVault = known.models[modelId] ?? [];
      const count = inVault.filter(state => state === 'in').length;
      const ofModel = urgency.find(state => inVault.includes(state)) ?? 'out';
      const expected =
        versionId === undefined
          ? [ofModel, String(modelId), undefined, String(count)]
          : [known.versions[versionId] ?? 'out', String(modelId), String(versionId), undefined];
      const got = [vaulted, vaultedModel, vaultedVersion, vaultedCount];
      if (got.join() !== expected.join()) wrong.push(`${what}: ${got.join()} instead of ${expected.join()}`);
    }
    const marks = [...document.querySelectorAll('[data-vaulted]')].filter(
      mark => mark.localName !== 'vaulted-version-mark' && mark.localName !== 'vaulted-button',
    );
    for (const mark of marks) if (!explained.has(mark)) wrong.push(`left over: ${mark.outerHTML.slice(0, 160)}`);
    return {
      shown: wanted.length,
      marked: marks.length,
      lost: marks.filter(mark => mark.matches('[data-vaulted-kind="lost"]')).length,
      wrong,
    };
  }, truth);
}

/** Waits until every model and version on the page has its one right mark; fails with the faults. */
export async function allMarked(page: Page, truth: () => Truth, fewest = 1): Promise<Comparison> {
  const compared = await untilValue(
    'one right mark for everything shown',
    () => compareMarks(page, truth()),
    ({ shown, wrong }) => shown >= fewest && wrong.length === 0,
    { timeoutMs: 12_000 },
  );
  if (compared.lost > 0) throw new Error(`${compared.lost} links are at places that Vaulted does not know`);
  return compared;
}

/** The kinds of places at which the site shows a model or a version now, by its own list. */
export async function surfacesShown(page: Page): Promise<string[]> {
  return page.evaluate(() => [...new Set(window.__sandbox.shown().map(({ surface }) => surface))]);
}
