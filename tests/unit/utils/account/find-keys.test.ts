import { describe, expect, it } from 'vitest';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { findKeys } from '@/utils/account/find-keys';

const OTHER = 'fedcba9876543210fedcba9876543210';
const TOKEN = 'civitai_AbC-123~456';

describe('findKeys', () => {
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
    `Vaulted: ${KEY} (created today)`,
    `Name\tKey\nVaulted\t${KEY}\n`,
    `https://civitai.com/api/download/models/1?token=${KEY}&type=Model`,
    `curl -H 'Authorization: Bearer ${KEY}' https://civitai.com/api/v1/me`,
    `{"key":"${KEY}","other":"${KEY}"}`,
    `CIVITAI_TOKEN=${KEY};`,
  ])('finds the key in %j', pasted => {
    expect(findKeys(pasted)).toEqual([KEY]);
  });

  it.each([TOKEN, `Bearer ${TOKEN}.`, `"${TOKEN}",`, `?token=${TOKEN}&type=Model`])('finds the token in %j', pasted => {
    expect(findKeys(pasted)).toEqual([TOKEN]);
  });

  it('finds all keys in their order, each once', () => {
    expect(findKeys(`${OTHER}\n${TOKEN} ${KEY} ${OTHER}`)).toEqual([OTHER, TOKEN, KEY]);
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
    'x'.repeat(512),
    'BearerOfNews42',
    `${KEY}0`,
    KEY.toUpperCase(),
    `${KEY}${OTHER}`,
    'civitai_short',
    'civitai_',
    `https://civitai.com/models/827184/${KEY.slice(1)}`,
  ])('finds none in %j', pasted => {
    expect(findKeys(pasted)).toEqual([]);
  });
});
