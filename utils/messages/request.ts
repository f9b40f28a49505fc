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
  /** The problem if no answer comes. */
  problemOfSilence: (arg: Arg) => Problem;
  /** Whether this can be the value. The worker is ours: the usual fault is its silence. */
  isValue: (value: unknown) => value is Value;
};

/** Names the type of a message's argument in its row. Without an answer, all that is known of it is that something is wrong. */
export function takes<Arg>(_: Arg): Problem {
  return { kind: 'unexpected' };
}

/** Declares a message, as {@link Request} describes it. */
// @__NO_SIDE_EFFECTS__
export function request<const Name extends string, Arg, Value>(
  name: Name,
  from: Caller | 'both',
  retry: 'repeatable' | 'once',
  problemOfSilence: (arg: Arg) => Problem,
  isValue: (value: unknown) => value is Value,
): Request<Name, Arg, Value> {
  return { name, from, retry, problemOfSilence, isValue };
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
