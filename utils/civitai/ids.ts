declare const modelBrand: unique symbol;
declare const versionBrand: unique symbol;

/** A Civitai model's id: an integer from 1 to 2147483647. Never interchangeable with a version's. */
export type ModelId = number & { readonly [modelBrand]: true };

/** A model version's id: an integer from 1 to 2147483647. The vault's items are versions. */
export type VersionId = number & { readonly [versionBrand]: true };

/** The API's ids are 31-bit; a larger id fails the whole check (site-facts.md F.3). */
const MAX_ID = 2_147_483_647;

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_ID;
}

/** True for a number that may be sent as a model id. */
export function isModelId(value: unknown): value is ModelId {
  return isId(value);
}

/** True for a number that may be sent as a version id. */
export function isVersionId(value: unknown): value is VersionId {
  return isId(value);
}

/** Reads plain decimal digits only: `1e3`, `0x10`, `-1`, ` 7`, `07` and `1,abc` are `undefined`. */
function readDigits(text: string | null | undefined): number | undefined {
  return text && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}

/** The model id written in `text`, or `undefined`. */
export function readModelId(text: string | null | undefined): ModelId | undefined {
  const value = readDigits(text);
  return isModelId(value) ? value : undefined;
}

/** The version id written in `text`, or `undefined`. */
export function readVersionId(text: string | null | undefined): VersionId | undefined {
  const value = readDigits(text);
  return isVersionId(value) ? value : undefined;
}
