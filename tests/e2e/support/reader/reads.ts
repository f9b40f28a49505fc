import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { spokenAt, spokenIn, type Where } from './spoken.ts';

/** What a reader finds, line by line; a pattern where the figures are not the point. */
export type Text = readonly (string | RegExp)[];

/** The menu of a mark. */
export const MENU = { host: '[data-vaulted-ui="menu"]', inside: '.menu' };

/** Waits until a part of the page reads like this, from its beginning. */
export async function reads(page: Page, where: Where, text: Text): Promise<void> {
  await saysInTime(async () => (await spokenIn(page, where)).slice(0, text.length), text);
}

/** Waits until one element reads like this. */
export async function readsAt(page: Page, where: Where, line: string | RegExp): Promise<void> {
  await saysInTime(async () => [(await spokenAt(page, where)) ?? ''], [line]);
}

async function saysInTime(read: () => Promise<string[]>, text: Text): Promise<void> {
  let said: string[] = [];
  const isRead = async () => {
    said = await read();
    return text.every((line, at) => (typeof line === 'string' ? said[at] === line : line.test(said[at] ?? '')));
  };
  await until('the text', isRead).catch(() => undefined);
  expect(said).toEqual(text.map(line => (typeof line === 'string' ? line : expect.stringMatching(line))));
}

/** Puts the focus on a control in the shadow of a host, and presses a key. */
export async function pressIn(page: Page, host: string, inside: string, key: 'ArrowDown' | 'Enter'): Promise<void> {
  await focusIn(page, host, inside);
  await page.keyboard.press(key);
}

/** Puts the focus on a control in the shadow of a host. */
export async function focusIn(page: Page, host: string, inside: string): Promise<void> {
  await page.waitForSelector(host);
  await openRoots(page);
  await page.evaluate(
    (outer, inner) => document.querySelector(outer)?.shadowRoot?.querySelector<HTMLElement>(inner)?.focus(),
    host,
    inside,
  );
}
