import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';
import { fail, ok, type Problem, type Result } from '@/utils/problem';
import type { RequestName, Requests } from './protocol';

/** What a success of `name` carries; requests whose own result is plain carry that. */
export type Value<Name extends RequestName> = [Requests[Name]['result']] extends [Result<infer Inner>]
  ? Inner
  : Requests[Name]['result'];

type Argument<Name extends RequestName> = Requests[Name]['arg'] extends undefined
  ? [arg?: undefined]
  : [arg: Requests[Name]['arg']];

/** Sending these twice does no harm. An intent, a sign-in or a sign-out is sent once, whatever happens. */
const REPEATABLE: ReadonlySet<RequestName> = new Set([
  'cached-versions',
  'check-versions',
  'cached-models',
  'cached-items',
  'item-names',
  'settings',
  'model-versions',
  'version-availability',
  'availabilities',
  'site-account',
  'free-space',
  'load-on-demand-script',
  'refresh-account',
  'dismiss-owed',
]);

/** A worker that was just stopped gets so long before the one more try. */
const RESTART_MS = 150;

function isFailure(value: unknown): value is { ok: false; problem: Problem } {
  return isRecord(value) && value.ok === false && isRecord(value.problem) && typeof value.problem.kind === 'string';
}

/** Messages with an empty answer. */
const SILENT: readonly RequestName[] = [
  'open-sign-in',
  'sign-out',
  'refresh-if-stale',
  'refresh-now',
  'toggled-by-site',
  'dismiss-owed',
];
/** The list that an answer has to hold. */
const LISTS: { readonly [Name in RequestName]?: string } = {
  'check-versions': 'facts',
  'cached-versions': 'facts',
  'cached-models': 'models',
  'cached-items': 'items',
  settings: 'hidden',
};

/** Whether this can be the value that `name` promises. The worker is ours: the usual fault is its silence. */
function isValue<Name extends RequestName>(name: Name, value: unknown): value is Value<Name> {
  if (SILENT.includes(name)) return value === undefined || value === null;
  if (name === 'availabilities') return Array.isArray(value);
  const list = LISTS[name];
  if (!isRecord(value) || (list && !Array.isArray(value[list]))) return false;
  return list !== 'facts' || isRecord(value.connection);
}

/** The worker did not answer. An intent may have been carried out all the same: only a check can tell. */
function describeSilence(name: RequestName, arg: unknown): Problem {
  if (name === 're-add') return { kind: 'unsettled', target: 'in' };
  if (name !== 'submit-intent' || !isRecord(arg)) return { kind: 'unexpected' };
  return { kind: 'unsettled', target: arg.target === 'out' ? 'out' : 'in' };
}

/** Sends one message. `undefined`: no usable answer, because the worker is gone or was stopped meanwhile. */
async function sendOnce<Name extends RequestName>(name: Name, arg: unknown): Promise<Result<Value<Name>> | undefined> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ vaulted: name, arg });
    if (isFailure(answer)) return answer;
    // Requests that cannot fail are answered with the plain value.
    const value = isRecord(answer) && answer.ok === true ? answer.value : answer;
    return isValue(name, value) ? ok(value) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Sends a request to the background. Never rejects: a worker that is gone or answers nonsense is a `Problem`. A lost request is sent once
 * more only where that is safe. The silence of a stopped worker looks like the answer of `sign-out`, because the polyfill resolves both:
 * ask for `refresh-account` to be sure.
 */
export async function send<Name extends RequestName>(
  name: Name,
  ...[arg]: Argument<Name>
): Promise<Result<Value<Name>>> {
  let result = await sendOnce(name, arg);
  if (!result && REPEATABLE.has(name)) {
    await new Promise(resolve => setTimeout(resolve, RESTART_MS));
    result = await sendOnce(name, arg);
  }
  return result ?? fail(describeSilence(name, arg));
}
