import type { Page } from 'puppeteer-core';

/** What a page said that a clean page does not say. */
export type Complaints = { consoleErrors: string[]; pageErrors: string[] };

/** Collects console errors and warnings and uncaught errors of a page, from all worlds, from now on. */
export function collectComplaints(page: Page): Complaints {
  const complaints: Complaints = { consoleErrors: [], pageErrors: [] };
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warn') {
      complaints.consoleErrors.push(`${message.text()} (${message.location().url ?? ''})`);
    }
  });
  page.on('pageerror', error => complaints.pageErrors.push(error instanceof Error ? error.message : String(error)));
  return complaints;
}
