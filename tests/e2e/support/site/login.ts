import type { Engine } from '@/tests/e2e/support/browser/engine.ts';

/** Sessions of the site's two hosts. */
export type Login = { sessions: { com: string | null; red: string | null } } | undefined;

/** Logs the browser in on the site's two hosts; `undefined` logs it out. */
export async function setLogin({ puppeteer }: Engine, login: Login): Promise<void> {
  const old = (await puppeteer.cookies()).filter(cookie => cookie.name === '__Secure-civ-token');
  if (old.length > 0) await puppeteer.deleteCookie(...old);
  for (const domain of ['com', 'red'] as const) {
    const value = login?.sessions[domain];
    if (!value) continue;
    const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' as const };
    await puppeteer.setCookie({ name: '__Secure-civ-token', value, domain: `civitai.${domain}`, ...attributes });
  }
}
