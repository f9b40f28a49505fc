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

/** State of a version, and those of a model's versions that are kept, as the sandbox's own database has them. */
export type Truth = { versions: { [versionId: number]: string }; models: { [modelId: number]: string[] } };

type SeenEntry = {
  surface: string;
  modelId: number;
  versionId?: number | undefined;
  marks: { isElement: boolean; data: { [name: string]: string | undefined } }[];
};
type Seen = { entries: SeenEntry[]; marked: number; lost: number; leftOver: string[] };

/** What the site says it shows, each with the marks that stand there, and the marks that stand elsewhere. */
function readShown(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const explained = new Set<Element>();
    const entries = window.__sandbox.shown().flatMap(({ surface, modelId, versionId, linked, element }) => {
      if (!linked) return [];
      const inside = [element, ...element.querySelectorAll('[data-vaulted]')].filter(each =>
        each.matches('[data-vaulted]'),
      );
      if (surface !== 'notification') for (const mark of inside) explained.add(mark);
      const marks = inside.map(mark => ({
        isElement: mark instanceof HTMLElement,
        data: mark instanceof HTMLElement ? { ...mark.dataset } : {},
      }));
      return [{ surface, modelId, versionId, marks }];
    });
    const marks = [...document.querySelectorAll('[data-vaulted]')].filter(
      mark => !mark.matches('[data-vaulted-kind="version"], [data-vaulted-kind="button"]'),
    );
    const lost = marks.filter(mark => mark.getAttribute('data-vaulted-kind') === 'lost').length;
    const leftOver = marks.filter(mark => !explained.has(mark)).map(mark => mark.outerHTML.slice(0, 160));
    return { entries, marked: marks.length, lost, leftOver };
  });
}

/** What is wrong with the marks of one entry, if anything. */
function faultOf({ surface, modelId, versionId, marks }: SeenEntry, known: Truth): string | undefined {
  if (surface === 'notification') return marks.length > 0 ? 'a notification is marked' : undefined;
  const what = `${surface} ${modelId}${versionId === undefined ? '' : `@${versionId}`}`;
  const [mark] = marks;
  if (!mark?.isElement || marks.length > 1) return `${what}: ${marks.length} marks`;
  const kept = known.models[modelId] ?? [];
  const count = kept.filter(state => state === 'in').length;
  const ofModel = ['in', 'pending', 'failed'].find(state => kept.includes(state)) ?? 'out';
  const expected =
    versionId === undefined
      ? [ofModel, String(modelId), undefined, String(count)]
      : [known.versions[versionId] ?? 'out', String(modelId), String(versionId), undefined];
  const { vaulted, vaultedModel, vaultedVersion, vaultedCount } = mark.data;
  const got = [vaulted, vaultedModel, vaultedVersion, vaultedCount];
  return got.join() === expected.join() ? undefined : `${what}: ${got.join()} instead of ${expected.join()}`;
}

/**
 * Compares the marks on the page with the site's own list of what it shows. Each entry has exactly one mark, of the right model,
 * version, state and count; no mark stands for nothing, and notifications never get one.
 */
export async function compareMarks(page: Page, truth: Truth): Promise<Comparison> {
  const { entries, marked, lost, leftOver } = await readShown(page);
  const wrong = entries.flatMap(entry => faultOf(entry, truth) ?? []);
  const shown = entries.filter(({ surface }) => surface !== 'notification').length;
  return { shown, marked, lost, wrong: [...wrong, ...leftOver.map(mark => `left over: ${mark}`)] };
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
