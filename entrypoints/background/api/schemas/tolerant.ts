import * as z from 'zod/mini';
import { isModelId, isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';

// Without this zod tries `new Function`, which the extension's policy reports as a violation in the console.
z.config({ jitless: true });

// zod's other kinds bring rules that no answer needs: these tests and readings take their place, and keep the worker small.
export const someText = z.custom<string>(value => typeof value === 'string');
export const someNumber = z.custom<number>(isFiniteNumber);

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Whatever it is, and `undefined` where it is missing. */
export const anything = z.transform((value: unknown) => value);

/** A value that may be missing: anything else reads as `undefined`. */
export function maybe<T>(schema: z.ZodMiniType<T>) {
  return z.transform((value: unknown): T | undefined => {
    const read = z.safeParse(schema, value);
    return read.success ? read.data : undefined;
  });
}

/** A value of either shape; the first counts where both fit. What fits neither is refused, and what is missing may fit. */
export function either<A, B>(first: z.ZodMiniType<A>, second: z.ZodMiniType<B>) {
  return z.transform((value: unknown, { issues }): A | B => {
    const read = z.safeParse(first, value);
    const other = read.success ? read : z.safeParse(second, value);
    if (other.success) return other.data;
    issues.push({ code: 'custom', input: value });
    return z.NEVER;
  });
}

/** A value that may be null or missing, and is refused where it is anything else. */
export function orNothing<T>(schema: z.ZodMiniType<T>) {
  return either(
    z.custom<null | undefined>(value => value === null || value === undefined),
    schema,
  );
}

/** More than the site lets any name have (at most 300): what is longer is no name, and would be carried by every message. */
const MAX_NAME_LENGTH = 512;

/**
 * A name or word that may be missing: anything but a text reads as `undefined`, and one that is too long ends with "…". One reading and
 * no schema inside of it: a page of the list has thousands of these.
 */
export const text = z.transform((value: unknown) => {
  if (typeof value !== 'string') return undefined;
  return value.length > MAX_NAME_LENGTH ? `${cutText(value, MAX_NAME_LENGTH - 1)}…` : value;
});

/** The text up to `length`, never with half a character at its end. */
export function cutText(value: string, length: number): string {
  return value.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** A number that may be missing: anything but a finite number reads as `undefined`. */
export const count = z.transform((value: unknown) => (isFiniteNumber(value) ? value : undefined));

/** A yes or no that may be missing. */
export const flag = maybe(z.custom<boolean>(value => typeof value === 'boolean'));

/** The id of a row or user: without it the row fails. */
export const rowId = z.custom<number>(Number.isSafeInteger);

export const modelId = z.custom<ModelId>(isModelId);
export const versionId = z.custom<VersionId>(isVersionId);

/** More files than any version has; a longer list would fill the database and the page that shows it. */
const MAX_ENTRIES = 200;

/**
 * A list whose unreadable entries are left out, and which is empty where there is none. `more`: how many were not read, because no list
 * is so long.
 */
export function tolerantList<T>(entry: z.ZodMiniType<T>) {
  return z.transform((values: unknown): { entries: T[]; more: number } => {
    const all: unknown[] = Array.isArray(values) ? values : [];
    const entries = all.slice(0, MAX_ENTRIES).flatMap(value => {
      const read = z.safeParse(entry, value);
      return read.success ? [read.data] : [];
    });
    return { entries, more: Math.max(0, all.length - MAX_ENTRIES) };
  });
}

/** Keeps only the fields that have a value: the API's null and missing are both "not known". */
export function known<Fields extends Record<string, unknown>>(fields: Fields): Known<Fields>;
export function known(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** Every field optional and never null or `undefined`. */
type Known<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
