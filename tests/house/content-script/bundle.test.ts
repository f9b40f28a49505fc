import { describe, expect, it } from 'vitest';
import { USED_APIS } from '@/.ci/build-plugins';
import { bundleOf } from '@/tests/house/imports';
import { type Import, sourcesIn } from '@/tests/house/sources';

/** What only those pages load that need it: the second script. */
const ON_DEMAND =
  /\/civitai\.content\/(start-on-demand\.ts$|(actions|menu|model-page|recipe)\/|dom\/(modal|toast|on-demand-host)\.ts$)/;
/** What the second script reaches through the first, which runs in the same page. */
const FIRST_ALONE = /\/civitai\.content\/(start|marks\/page-marks|vault-client\/(client|outbox)|site\/finder)\.ts$/;

const extension = sourcesIn('entrypoints', 'components', 'utils');
const bundle = bundleOf('entrypoints/civitai.content/index.ts', extension);
/** The one script among the entry points that has no folder. */
const second = extension.map(({ path }) => path).filter(path => /^entrypoints\/[^/]+\.ts$/.test(path));

describe('what the content script carries into every page', () => {
  it('is neither zod nor Preact nor a database nor storage', () => {
    const heavy = /^(zod|preact|idb|wxt\/utils\/storage|wxt\/storage|react)(\/|$)/;
    const found = bundle.filter(({ imported }) => heavy.test(imported.to));
    expect(bundle.length).toBeGreaterThan(10);
    expect(found.map(({ file, imported }) => `${file} brings ${imported.to} into the content script`)).toEqual([]);
  });

  it('is not the second script, which only those pages carry that need it', () => {
    const found = bundle.filter(({ imported }) => ON_DEMAND.test(imported.to));
    expect(found.map(({ file, imported }) => `${file} brings ${imported.to} into every page`)).toEqual([]);
  });

  it('is not in the second script once more: that one speaks through the first', () => {
    expect(second.length).toBe(1);
    const carried = second.flatMap(entry => bundleOf(entry, extension));
    expect(carried.some(({ imported }) => ON_DEMAND.test(imported.to))).toBe(true);
    const again = carried.filter(
      ({ imported: { to } }) => /^(wxt\/browser|zod|preact|idb)/.test(to) || FIRST_ALONE.test(to),
    );
    expect(again.map(({ file, imported }) => `${file} brings ${imported.to} into the second script`)).toEqual([]);
  });

  it('calls of the browser only what the build leaves in its polyfill', () => {
    const files = new Set(bundle.map(({ file }) => file));
    const sources = extension.filter(({ path }) => files.has(path));
    const called = sources.flatMap(({ code }) =>
      [...code.matchAll(/\bbrowser\??\.(\w+)/g)].map(([, name = '']) => name),
    );
    // The popup's question to a tab stands beside the tab's answer, but is not in the bundle.
    const others = ['tabs'];
    expect([...new Set(called)].filter(name => !others.includes(name))).toEqual(Object.keys(USED_APIS));
    const awaited = sources.flatMap(({ code }) =>
      [...code.matchAll(/\bbrowser\.runtime\.(\w+)\(/g)].map(([, name = '']) => name),
    );
    expect([...new Set(awaited)]).toEqual([...USED_APIS.runtime]);
  });

  it('takes from WXT only what defines an entry point', () => {
    const names = ({ to, names }: Import) => (to === '#imports' ? names : []);
    const found = bundle.flatMap(({ file, imported }) => names(imported).map(name => ({ file, name })));
    const others = found.filter(({ name }) => !/^define\w+$/.test(name));
    expect(others.map(({ file, name }) => `${file} brings ${name} into the content script`)).toEqual([]);
  });
});
