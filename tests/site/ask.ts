import { Window } from 'happy-dom';
import type { SiteResponse } from '@/sandbox/http/site-contract.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { createSite } from '@/sandbox/site/site.ts';

type Asking = { host?: string; account?: string; cookies?: Record<string, string> };

/** Asks the site half directly, as the server would. `to` is a path with its search. */
export async function ask(world: World, to: string, options: Asking = {}): Promise<SiteResponse> {
  const site = await createSite(world);
  const mark = to.indexOf('?');
  return site({
    host: options.host ?? 'civitai.com',
    path: mark < 0 ? to : to.slice(0, mark),
    search: mark < 0 ? '' : to.slice(mark),
    cookies: options.cookies ?? {},
    account: options.account === undefined ? undefined : world.accounts.get(options.account),
  });
}

/** The same, with the answer parsed as a document. */
export async function askDocument(world: World, to: string, options: Asking = {}) {
  const { status, headers, body } = await ask(world, to, options);
  const html = String(body);
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  const document = new window.DOMParser().parseFromString(html, 'text/html');
  const nextData = JSON.parse(/<script id="__NEXT_DATA__"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');
  return { status, headers, html, document, nextData };
}
