export type BrowserName = 'chromium' | 'firefox';

/** The executable of that browser, or `undefined` if there is none. */
export function findBrowser(name: BrowserName): string | undefined;
