import { isDeep } from './json-depth';

/**
 * The most that is read of one answer: 200 items with names and files have about 300 KB, twenty models with their pictures 3 MB. A larger
 * one would only fill the worker's memory, and no message could carry it on.
 */
export const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** `json` is undefined where the body is none. `isCut`: the connection or the time-out ended it. `isOversized`: longer or deeper than is read. */
export type Body = { json: unknown; isCut: boolean; isOversized: boolean };

/** Reads the body as JSON while it comes, and no further than {@link MAX_ANSWER_BYTES}: then the connection is given up. Never rejects. */
export async function readBody(response: Response): Promise<Body> {
  const none = { json: undefined, isCut: false, isOversized: false };
  let text: string | undefined;
  try {
    text = await readText(response);
  } catch {
    return { ...none, isCut: true };
  }
  if (text === undefined || isDeep(text)) return { ...none, isOversized: true };
  try {
    return { ...none, json: JSON.parse(text) };
  } catch {
    return none;
  }
}

/** `undefined`: it is too large. What counts is what it has grown to, not what was sent: a few KB may unpack to any size. */
async function readText({ body }: Response): Promise<string | undefined> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
