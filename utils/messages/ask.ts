import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';
import { fail, ok, type Problem, type Result } from '@/utils/problem';
import type { Request } from './request';

/** A worker that was just stopped gets so long before the one more try. */
const RESTART_MS = 150;

function isFailure(value: unknown): value is { ok: false; problem: Problem } {
  return isRecord(value) && value.ok === false && isRecord(value.problem) && typeof value.problem.kind === 'string';
}

/** Sends one message. `undefined`: no usable answer, because the worker is gone or was stopped meanwhile. */
async function askOnce<Arg, Value>(
  { name, isValue }: Request<string, Arg, Value>,
  arg: Arg,
): Promise<Result<Value> | undefined> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ vaulted: name, arg });
    if (isFailure(answer)) return answer;
    // Requests that cannot fail are answered with the plain value.
    const value = isRecord(answer) && answer.ok === true ? answer.value : answer;
    return isValue(value) ? ok(value) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Sends a request to the background. Never rejects: a worker that is gone or answers nonsense is a `Problem`. A lost request is sent once
 * more only where its row allows that.
 */
export function ask<Value>(request: Request<string, undefined, Value>): Promise<Result<Value>>;
export function ask<Arg, Value>(request: Request<string, Arg, Value>, arg: Arg): Promise<Result<Value>>;
export async function ask<Arg, Value>(
  request: Request<string, Arg | undefined, Value>,
  arg?: Arg,
): Promise<Result<Value>> {
  let result = await askOnce(request, arg);
  if (!result && request.isRepeatable) {
    await new Promise(resolve => setTimeout(resolve, RESTART_MS));
    result = await askOnce(request, arg);
  }
  return result ?? fail(request.onSilence(arg));
}
