import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '@/tests/contract/read-csv.ts';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { guard, unguard, writeCsv } from '@/utils/export/export-csv';

/** Texts of special characters, and of any others. */
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...'=+-@＝\'"\t\r\n;, a1|'), fc.string({ unit: 'binary', maxLength: 2 })), {
    maxLength: 12,
  })
  .map(parts => parts.join(''));

describe('guard', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+491234', "'+491234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['  =cmd|calc', "'  =cmd|calc"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['a;=1', "a;'=1"],
    ['a\n=1', "a\n'=1"],
  ])('%j is written %j', (text, guarded) => {
    expect(guard(text)).toBe(guarded);
  });

  it.each(['WAI-illustrious-SDXL', 'v1.0 – first release', "it's", '🦊 Fox', 'a=b', 'x - y, z', ''])(
    'leaves %j as it is',
    text => {
      expect(guard(text)).toBe(text);
    },
  );

  it('always finds the way back, and never leaves a formula where a cell may start', () => {
    fc.assert(
      fc.property(nasty, text => {
        expect(unguard(guard(text))).toBe(text);
        for (const cell of guard(text).split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('writeCsv', () => {
  it('starts with a mark that Excel understands and ends its lines with CRLF', () => {
    const text = writeCsv([itemWith(1)]);
    expect(text.startsWith('\ufeffAIR,Model,Version,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('gives every text back exactly', () => {
    fc.assert(
      fc.property(nasty, nasty, (modelName, notes) => {
        const [row] = readCsv(writeCsv([itemWith(1, { modelName, notes, creatorName: modelName })]));
        expect([row?.Model, row?.Creator, row?.Notes].map(cell => unguard(cell ?? ''))).toEqual([
          modelName,
          modelName,
          notes,
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves unknown empty, and what stands in for an item without links that need one', () => {
    const { addedAt: _, creatorId: __, ...bare } = itemWith(1, { id: -1_001, modelName: '' });
    const [row] = readCsv(writeCsv([bare]));
    expect(row).toMatchObject({ Added: '', 'Creator ID': '', 'Item ID': '', 'Model download': '', Notes: '' });
    expect(row?.['Model page']).toBe('https://civitai.com/models/101?modelVersionId=1001');
  });
});
