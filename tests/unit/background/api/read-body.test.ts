import { describe, expect, it } from 'vitest';
import { isDeep } from '@/entrypoints/background/api/json-depth';
import { MAX_ANSWER_BYTES, readBody } from '@/entrypoints/background/api/read-body';

/** A body of these chunks; `taken` is how many were asked for, `isCancelled` whether the rest was given up. */
function streamed(chunk: (index: number) => Uint8Array | undefined) {
  const seen = { taken: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = chunk(seen.taken);
        seen.taken += 1;
        if (next) controller.enqueue(next);
        else controller.close();
      },
      cancel: () => {
        seen.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, response: new Response(body) };
}

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const of = (text: string) => readBody(new Response(text));

describe('readBody', () => {
  it('reads JSON whose characters are cut in two by the chunks', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ name: 'Ärger 🍵' }));
    const { response } = streamed(index => (index < bytes.length ? bytes.slice(index, index + 1) : undefined));
    expect(await readBody(response)).toEqual({ json: { name: 'Ärger 🍵' }, isCut: false, isOversized: false });
  });

  it('stops reading an answer that has no end at 8 MB, and gives the connection up', async () => {
    const blanks = new Uint8Array(1024 * 1024).fill(32);
    const { seen, response } = streamed(() => blanks);
    expect(await readBody(response)).toEqual({ json: undefined, isCut: false, isOversized: true });
    expect(seen).toEqual({ taken: 9, isCancelled: true });
  });

  it('reads one of exactly 8 MB whole', async () => {
    const text = `"${'x'.repeat(MAX_ANSWER_BYTES - 2)}"`;
    expect((await of(text)).json).toHaveLength(MAX_ANSWER_BYTES - 2);
    expect((await of(`${text} `)).isOversized).toBe(true);
  });

  it.each([
    [64, false],
    [65, true],
    [1_000_000, true],
  ])('takes lists of %i levels as too deep: %s', async (levels, isOversized) => {
    expect(await of(nested(levels))).toMatchObject({ isOversized });
  });

  it('tells a connection that broke from nonsense', async () => {
    const { response } = streamed(() => {
      throw new TypeError('gone');
    });
    expect(await readBody(response)).toMatchObject({ isCut: true, isOversized: false });
    expect(await of('{"id": 7, "user')).toEqual({ json: undefined, isCut: false, isOversized: false });
    expect(await readBody(new Response(null))).toMatchObject({ json: undefined, isCut: false });
  });
});

describe('isDeep', () => {
  it.each([
    JSON.stringify({ notes: '['.repeat(200) }),
    JSON.stringify(['\\"', '[['.repeat(100), '\\\\', '{'.repeat(100)]),
    JSON.stringify(Array.from({ length: 1_000 }, () => ({ a: [{}] }))),
    `"${'['.repeat(100)}`,
  ])('counts no brackets in texts, and none side by side (%#)', json => {
    expect(isDeep(json)).toBe(false);
  });

  it('counts objects and lists alike', () => {
    expect(isDeep(`${'{"a":['.repeat(33)}${']}'.repeat(33)}`)).toBe(true);
    expect(isDeep(`["\\\\",${nested(64)}]`)).toBe(true);
  });
});
