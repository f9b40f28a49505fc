import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';
import type { Caller } from '@/utils/messages/request';
import type { HistoryPlace } from '@/utils/vault/history';
import type { Endpoint, RequestName } from './endpoint';

const SITE_ORIGINS: readonly string[] = ['https://civitai.com', 'https://civitai.red'];

type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean } | undefined;
};

/** Asks for nothing if `Names` are the names of all messages; otherwise for what is missing, which no list has. */
type Complete<Names> = [Exclude<RequestName, Names>] extends [never]
  ? unknown
  : { hasNoEndpointFor: Exclude<RequestName, Names> };

/**
 * Who sent a message, by its address: an extension page in a tab has a `sender.tab`, too. `undefined` for frames, other sites and other
 * extensions, which get no answer.
 */
export function callerOf(sender: Sender): Caller | undefined {
  if (sender.id !== browser.runtime.id || !sender.url) return undefined;
  if (isPage(sender.url, '/confirm.html')) return 'confirm';
  if (isPage(sender.url, '/')) return 'page';
  const origin = URL.parse(sender.url)?.origin;
  return origin && SITE_ORIGINS.includes(origin) && (sender.frameId ?? 0) === 0 ? 'site' : undefined;
}

/** True for an address of the extension's that begins with `path`. */
function isPage(url: string, path: '/' | '/confirm.html' | '/vault.html'): boolean {
  return url.startsWith(browser.runtime.getURL(path));
}

/**
 * Answers every message; the only `onMessage` of the background. Call it while the worker starts. `pageSpoke` hears of every tab whose
 * page of the site has asked for something.
 */
export function route<Name extends RequestName>(
  endpoints: readonly Endpoint<Name>[] & Complete<Name>,
  pageSpoke: (tabId: number) => void = () => undefined,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, respond: (value: unknown) => void) => {
    const reply = answer(endpoints, message, sender);
    // Chromium waits for an answer only if the listener returns true, not for a promise.
    void reply?.then(respond);
    if (reply && sender.tab?.id !== undefined && callerOf(sender) === 'site') pageSpoke(sender.tab.id);
    return reply && true;
  });
}

/** The answer to one message; `undefined`: the sender gets none. Never rejects. */
export function answer(endpoints: readonly Endpoint[], message: unknown, sender: Sender): Promise<unknown> | undefined {
  if (!isRecord(message)) return undefined;
  const asked = endpoints.find(({ name }) => name === message.vaulted);
  const caller = callerOf(sender);
  if (!asked || !caller || !mayAsk(caller, asked.from)) return undefined;
  return asked.answer(message.arg, {
    caller,
    place: placeOf(caller, sender),
    tabId: sender.tab?.id,
    isPrivate: sender.tab?.incognito === true,
  });
}

function placeOf(caller: Caller, { url = '' }: Sender): HistoryPlace {
  if (caller !== 'page') return caller === 'site' ? 'site' : 'window';
  return isPage(url, '/vault.html') ? 'vault-page' : 'popup';
}

function mayAsk(caller: Caller, from: Endpoint['from']): boolean {
  return from === 'both' ? caller !== 'confirm' : from === caller;
}
