import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFakeAccount, memberSite } from '@/tests/unit/background/account/fake-account';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { findKeys } from '@/utils/account/find-keys';
import { fuzz } from './fuzz';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const key = fc.oneof(hex, fc.stringMatching(/^civitai_[A-Za-z0-9_-]{12,60}$/));
const around = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '"',
    'Bearer ',
    'Authorization: Bearer ',
    '?token=',
    'key:',
    '\u200b',
    '\t',
    '(',
    '» ',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).map(text => `${text.replace(/[0-9a-z_.~+/-]/gi, '?')} `),
);
const pasted = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .tuple(around, key, around)
      .map(([before, held, after]) => ({ text: before + held + after.replace(/^\w/, ' '), held })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(around, hex, fc.integer({ min: 1, max: 31 }))
      .map(([before, held, at]) => ({ text: `${before}${held.slice(0, at)}\r\n${held.slice(at)}`, held })),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map(text => ({ text, held: undefined })) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(key, around), { maxLength: 6 })
      .map(parts => ({ text: parts.join(' '), held: undefined })),
  },
);

it('a key is found in whatever was pasted, and nothing else is sent', { timeout: 240_000 }, async () => {
  await freshStorage();
  const { account, fetch } = createFakeAccount(memberSite({ me: () => new Response('', { status: 500 }) }));
  await fuzz('pasted keys', 2_000, pasted, async ({ text, held }) => {
    const found = findKeys(text);
    if (held !== undefined) expect(found).toEqual([held]);
    for (const each of found) expect(each).toMatch(/^(?:[0-9a-f]{32}|civitai_[\w.~+/-]{8,501})$/);
    fetch.sent.length = 0;
    await account.signIn(text);
    const sent = fetch.sent.map(({ init }) => new Headers(init.headers).get('authorization'));
    expect(sent).toEqual(found.length === 1 ? [`Bearer ${found[0]}`] : []);
  });
});
