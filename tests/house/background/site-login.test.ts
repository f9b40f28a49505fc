import { expect, it } from 'vitest';
import { forbidden } from '@/tests/house/imports';
import { type Import, sourcesIn } from '@/tests/house/sources';

const extension = sourcesIn('entrypoints', 'components', 'utils');

it('the site’s cookies go with one file’s reads alone, which can carry no key and change nothing', () => {
  const file = /^entrypoints\/background\/api\/login\/login-request\.ts$/;
  const [reader] = extension.filter(({ path }) => file.test(path));
  const withCookies = extension.filter(({ code }) =>
    /credentials: '(include|same-origin)'|\bbrowser\.cookies\b/.test(code),
  );
  expect(withCookies.map(({ path }) => path)).toEqual([reader?.path]);
  expect(reader?.code).toMatch(/credentials: 'include'/);
  expect(reader?.code).not.toMatch(/authorization|bearer|token|\bPOST\b|\bPUT\b|\bDELETE\b|\bbody:/i);
  expect(reader?.code.match(/https:\/\/[^']+/g)).toHaveLength(4);
  const knows = extension.filter(({ path }) => path.startsWith('entrypoints/background/api/login/'));
  const isKey = (imported: Import) => /\/(request|civitai-api|token)$/.test(imported.to.replace(/\.ts$/, ''));
  expect(forbidden(knows, isKey, 'what uses the login never meets a key')).toEqual([]);
});
