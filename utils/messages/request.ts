import type { Problem } from '@/utils/problem';

/** Who sends a message: a content script on the site, one of the extension's own pages, or the page that confirms removals. */
export type Caller = 'site' | 'page' | 'confirm';

/** A message to the background, as both sides know it. `Value`: what a success carries. */
export type Request<Name extends string, Arg, Value> = {
  /** What it is called on the wire. */
  name: Name;
  /** Other senders get no answer. `both`: sites and pages, but not the one that confirms. */
  from: Caller | 'both';
  /** False: it may have been carried out even if no answer came, and twice would do harm. */
  isRepeatable: boolean;
  /** The problem if no answer comes. */
  onSilence: (arg: Arg) => Problem;
  /** Whether this can be the value. The worker is ours: the usual fault is its silence. */
  isValue: (value: unknown) => value is Value;
};

/** After silence it is sent once more. */
export const REPEATABLE = true;
/** It is sent once, whatever happens. */
export const ONCE = false;

/** Names the type of a message's argument in its row. Without an answer, all that is known of it is that something is wrong. */
export function takes<Arg>(_: Arg): Problem {
  return { kind: 'unexpected' };
}

/** Declares a message, as {@link Request} describes it. */
// @__NO_SIDE_EFFECTS__
export function request<const Name extends string, Arg, Value>(
  name: Name,
  from: Caller | 'both',
  isRepeatable: boolean,
  onSilence: (arg: Arg) => Problem,
  isValue: (value: unknown) => value is Value,
): Request<Name, Arg, Value> {
  return { name, from, isRepeatable, onSilence, isValue };
}

/** The value of a message with an empty answer. */
export function isNothing(value: unknown): value is undefined {
  return value === undefined || value === null;
}

/** A value that is a list. */
export function isList<Value>(value: unknown): value is Value[] {
  return Array.isArray(value);
}
