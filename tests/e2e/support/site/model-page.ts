import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { untilValue } from '@/tests/e2e/support/wait.ts';
import { button, listMarks, type Mark } from './reading.ts';

const VERSION_BUTTONS = '.mantine-ScrollArea-root button.mantine-Button-root[data-size="compact-sm"]';

/** The address of a model page, with the version named when one is given. */
export function modelPath(modelId: number, versionId?: number): string {
  return versionId === undefined ? `/models/${modelId}` : `/models/${modelId}?modelVersionId=${versionId}`;
}

/** The names in the version list, without our marks, and which of them is on screen. */
export async function versionList(page: Page): Promise<{ names: string[]; active: number }> {
  return page.evaluate(selector => {
    const buttons = [...document.querySelectorAll<HTMLElement>(selector)];
    const nameOf = (element: HTMLElement) =>
      [...element.querySelectorAll('.mantine-Group-root')].map(group => group.textContent?.trim() ?? '').join('');
    return {
      names: buttons.map(nameOf),
      active: buttons.findIndex(({ style }) => style.getPropertyValue('--button-bg').includes('blue-filled')),
    };
  }, VERSION_BUTTONS);
}

/** Clicks the n-th version in the list as a person does. */
export async function clickVersion(page: Page, index: number): Promise<void> {
  await clickCentre(page, { all: VERSION_BUTTONS, index });
}

/** Waits until every mark in the version list has a settled state, and returns them in the list's order. */
export async function settledMarks(page: Page, count: number): Promise<Mark[]> {
  return untilValue(
    `${count} settled marks in the version list`,
    () => listMarks(page),
    marks => marks.length === count && marks.every(({ state }) => !['busy', 'unknown'].includes(state)),
  );
}

/** Waits for the one real button to fulfil a condition, and returns it. */
export async function untilButton(
  page: Page,
  what: string,
  isRight: (mark: Mark) => boolean,
  options: { timeoutMs?: number } = {},
): Promise<Mark> {
  const mark = await untilValue(
    `the button ${what}`,
    () => button(page),
    found => found !== undefined && isRight(found),
    options,
  );
  if (!mark) throw new Error('unreachable: the condition asks for a button');
  return mark;
}

/** Waits until the button stands for the version and is neither busy nor undecided. */
export async function buttonOf(page: Page, versionId: number): Promise<Mark> {
  return untilButton(page, `of version ${versionId} to be settled`, mark => {
    return mark.versionId === versionId && !['busy', 'unknown'].includes(mark.state);
  });
}

/** The button's own place: clicking its centre is its action. */
export const BUTTON = '[data-vaulted-kind="button"]';

/** A place inside the removal dialog. */
export function inDialog(part: 'keep' | 'remove' | 'add'): { host: string; inside: string } {
  return { host: '[data-vaulted-ui="dialog"]', inside: `.${part}:not(:disabled)` };
}

/** Opens a model page and waits until its marks stand. */
export async function openModel(
  browser: TestBrowser,
  model: { modelId: number; versionIds: readonly number[] },
  versionId?: number,
): Promise<Page> {
  const page = await browser.newPage(modelPath(model.modelId, versionId));
  await settledMarks(page, model.versionIds.length);
  await buttonOf(page, versionId ?? model.versionIds[0] ?? 0);
  return page;
}
