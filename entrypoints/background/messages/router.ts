import { browser } from 'wxt/browser';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import {
  AVAILABILITIES_AT_ONCE,
  allowedCallers,
  type Caller,
  type Intent,
  type RequestName,
  type Requests,
} from '@/utils/messages/protocol';
import { fail, type Problem } from '@/utils/problem';

/** One function per message; `tabId` is the tab that it comes from. */
export type Handlers = {
  [Name in RequestName]: (arg: Requests[Name]['arg'], tabId?: number) => Promise<Requests[Name]['result']>;
};

/** More ids than a page can show: none of our scripts sends more. */
const MAX_IDS_ASKED = 2_000;
const MAX_KEY_LENGTH = 4_096;
const SITE_ORIGINS: readonly string[] = ['https://civitai.com', 'https://civitai.red'];

type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
};

/**
 * Who sent a message, by its address: an extension page in a tab has a `sender.tab`, too. `undefined` for frames, other sites and other
 * extensions, which get no answer.
 */
export function callerOf(sender: Sender): Caller | undefined {
  if (sender.id !== browser.runtime.id || !sender.url) return undefined;
  if (sender.url.startsWith(browser.runtime.getURL('/'))) return 'page';
  const origin = URL.parse(sender.url)?.origin;
  return origin && SITE_ORIGINS.includes(origin) && (sender.frameId ?? 0) === 0 ? 'site' : undefined;
}

/** What each message's argument must look like; anything else is refused. */
const argumentChecks: { [Name in RequestName]: (arg: unknown) => arg is Requests[Name]['arg'] } = {
  'cached-versions': hasVersionIds,
  'check-versions': (arg): arg is Requests['check-versions']['arg'] =>
    hasVersionIds(arg) && (!('isFresh' in arg) || typeof arg.isFresh === 'boolean'),
  'cached-models': (arg): arg is Requests['cached-models']['arg'] => isRecord(arg) && isListOf(arg.modelIds, isModelId),
  'cached-items': (arg): arg is Requests['cached-items']['arg'] =>
    isRecord(arg) && (arg.after === undefined || typeof arg.after === 'number'),
  'item-names': hasVersionId,
  settings: isAbsent,
  'refresh-if-stale': isAbsent,
  'submit-intent': (arg): arg is Intent => isIntent(arg) && arg.addAgain === undefined,
  're-add': (arg): arg is Requests['re-add']['arg'] => isIntent(arg) && arg.addAgain === true && arg.target === 'out',
  'dismiss-owed': hasVersionId,
  'toggled-by-site': hasVersionId,
  'model-versions': (arg): arg is Requests['model-versions']['arg'] => isRecord(arg) && isModelId(arg.modelId),
  'version-availability': hasVersionId,
  availabilities: (arg): arg is Requests['availabilities']['arg'] =>
    isRecord(arg) &&
    isListOf(arg.versions, isVersionOfModel) &&
    arg.versions.length <= AVAILABILITIES_AT_ONCE &&
    (arg.isFresh === undefined || typeof arg.isFresh === 'boolean'),
  'site-account': isAbsent,
  'refresh-now': (arg): arg is Requests['refresh-now']['arg'] =>
    isRecord(arg) && (arg.what === 'list' || arg.what === 'covers'),
  'free-space': isAbsent,
  'load-on-demand-script': isAbsent,
  'open-sign-in': isAbsent,
  'sign-in': (arg): arg is Requests['sign-in']['arg'] =>
    isRecord(arg) &&
    typeof arg.key === 'string' &&
    arg.key.length <= MAX_KEY_LENGTH &&
    (arg.isBrief === undefined || typeof arg.isBrief === 'boolean'),
  'sign-out': isAbsent,
  'refresh-account': isAbsent,
};

function isIntent(arg: unknown): arg is Record<string, unknown> {
  return (
    isRecord(arg) &&
    isVersionId(arg.versionId) &&
    typeof arg.session === 'string' &&
    (arg.modelId === undefined || isModelId(arg.modelId)) &&
    (arg.target === 'in' || (arg.target === 'out' && typeof arg.confirmedAt === 'number'))
  );
}

function isVersionOfModel(value: unknown): boolean {
  return isRecord(value) && isVersionId(value.versionId) && isModelId(value.modelId);
}

function isListOf(value: unknown, isId: (id: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.length <= MAX_IDS_ASKED && value.every(isId);
}

function hasVersionId(arg: unknown): arg is Requests['item-names']['arg'] {
  return isRecord(arg) && isVersionId(arg.versionId);
}

function hasVersionIds(arg: unknown): arg is Requests['cached-versions']['arg'] {
  return isRecord(arg) && isListOf(arg.versionIds, isVersionId);
}

function isAbsent(arg: unknown): arg is undefined {
  // Firefox and Chromium disagree about how `undefined` crosses the border.
  return arg === undefined || arg === null;
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(allowedCallers, name);
}

const UNEXPECTED: Problem = { kind: 'unexpected' };

/** Answers every message on the guest list; the only `onMessage` of the background. Call it while the worker starts. */
export function route(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, respond: (value: unknown) => void) => {
    const reply = answer(handlers, message, sender);
    // Chromium waits for an answer only if the listener returns true, not for a promise.
    void reply?.then(respond);
    return reply && true;
  });
}

/** The answer to one message; `undefined`: the sender gets none. Never rejects. */
export function answer(handlers: Handlers, message: unknown, sender: Sender): Promise<unknown> | undefined {
  if (!isRecord(message) || !isRequestName(message.vaulted)) return undefined;
  const caller = callerOf(sender);
  if (!caller || !allowedCallers[message.vaulted].includes(caller)) return undefined;
  return handle(handlers, message.vaulted, message.arg, sender.tab?.id).catch(() => fail(UNEXPECTED));
}

async function handle<Name extends RequestName>(
  handlers: Handlers,
  name: Name,
  arg: unknown,
  tabId: number | undefined,
): Promise<unknown> {
  return argumentChecks[name](arg) ? handlers[name](arg, tabId) : fail(UNEXPECTED);
}
