import { isRecord } from '@/utils/is-record';
import type { Problem } from '@/utils/problem';

/** Who sends a message: a content script on the site, or one of the extension's own pages. */
export type Caller = 'site' | 'page';

/** A message to the background, as both sides know it. `Value`: what a success carries. */
export type Request<Name extends string, Arg, Value> = {
  /** What it is called on the wire. */
  name: Name;
  /** Other senders get no answer. */
  from: Caller | 'both';
  /** `once`: it may have been carried out even if no answer came, and twice would do harm. */
  retry: 'repeatable' | 'once';
  /** Whether this can be the value. The worker is ours: the usual fault is its silence. */
  isValue: (value: unknown) => value is Value;
  /** The problem if no answer comes. */
  problemOfSilence: (arg: Arg) => Problem;
};

/** Names the type of a message's argument in its row. */
export function takes<Arg>(_: Arg): void {}

/** Declares a message, as {@link Request} describes it. */
// @__NO_SIDE_EFFECTS__
export function request<const Name extends string, Arg, Value>(
  name: Name,
  from: Caller | 'both',
  retry: 'repeatable' | 'once',
  _: (arg: Arg) => void,
  isValue: (value: unknown) => value is Value,
  problemOfSilence: (arg: Arg) => Problem = () => ({ kind: 'unexpected' }),
): Request<Name, Arg, Value> {
  return { name, from, retry, isValue, problemOfSilence };
}

/** The value of a message with an empty answer. */
export function isNothing(value: unknown): value is undefined {
  return value === undefined || value === null;
}

/** A value of which nothing is read before its own code looks at it. */
export function isObject<Value extends object>(value: unknown): value is Value {
  return isRecord(value);
}

/** A value that is a list. */
export function isList<Value>(value: unknown): value is Value[] {
  return Array.isArray(value);
}

/** A value that holds a list. */
export function holdsList(value: unknown, list: string): value is Record<string, unknown> {
  return isRecord(value) && Array.isArray(value[list]);
}
