import { beforeEach, describe, expect, it } from 'vitest';
import { cleanKey } from '@/entrypoints/background/account/token';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';

beforeEach(freshStorage);

describe('cleanKey', () => {
  it.each([
    KEY,
    ` ${KEY}\n`,
    `\t${KEY}\r\n\r\n`,
    `${KEY.slice(0, 16)}\r\n${KEY.slice(16)}`,
    `\u200b${KEY}\ufeff`,
    `${KEY.slice(0, 9)}\u00ad${KEY.slice(9)}\u00a0`,
    `"${KEY}"`,
    `'${KEY}'`,
    `\u201c${KEY}\u201d`,
    `Bearer ${KEY}`,
    `bearer\n${KEY}`,
    `BEARER: ${KEY}`,
    `Authorization: Bearer ${KEY}`,
    `"authorization:bearer ${KEY}"`,
    `Authorization: "${KEY}"`,
    ` ' Bearer  "${KEY}" ' `,
  ])('finds the key in %j', pasted => {
    expect(cleanKey(pasted)).toBe(KEY);
  });

  it.each(['civitai_AbC-123~456', 'BearerOfNews42', 'x'.repeat(512)])('leaves %j as it is', key => {
    expect(cleanKey(key)).toBe(key);
  });

  it.each([
    '',
    '   ',
    '\n',
    '""',
    'Bearer',
    'Bearer ',
    'Authorization: Bearer',
    'short',
    'schl\u00fcsselbund',
    'x'.repeat(513),
  ])('finds none in %j', pasted => {
    expect(cleanKey(pasted)).toBeUndefined();
  });
});
