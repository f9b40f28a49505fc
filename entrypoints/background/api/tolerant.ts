import * as z from 'zod/mini';
import { isModelId, isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';

// Without this zod tries `new Function`, which the extension's policy reports as a violation in the console.
z.config({ jitless: true });

// zod's own kinds of values bring rules that no answer needs: these tests take their place, and keep the worker small.
export const someText = z.custom<string>(value => typeof value === 'string');
export const someNumber = z.custom<number>(Number.isFinite);

/** A text that may be missing: anything but a text reads as `undefined`. */
export const text = z.catch(z.nullish(someText), undefined);

/** A number that may be missing: anything but a finite number reads as `undefined`. */
export const count = z.catch(z.nullish(someNumber), undefined);

/** A yes or no that may be missing. */
export const flag = z.catch(z.nullish(z.custom<boolean>(value => typeof value === 'boolean')), undefined);

/** The id of a row or user: without it the row fails. */
export const rowId = z.custom<number>(Number.isSafeInteger);

export const modelId = z.custom<ModelId>(isModelId);
export const versionId = z.custom<VersionId>(isVersionId);

/** A list whose unreadable entries are left out, and which is empty where there is none. */
export function tolerantList<T extends z.core.$ZodType>(entry: T) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((values): z.output<T>[] =>
      (Array.isArray(values) ? values : []).flatMap((value: unknown) => {
        const read = z.safeParse(entry, value);
        return read.success ? [read.data] : [];
      }),
    ),
  );
}

/** Keeps only the fields that have a value: the API's null and missing are both "not known". */
export function known<Fields extends Record<string, unknown>>(fields: Fields): Known<Fields>;
export function known(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** Every field optional and never null or `undefined`. */
type Known<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
