import { describe, expect, it } from 'vitest';
import { USED_APIS } from '@/wxt.config';
import { bundleOf, forbidden } from './imports';
import { type Import, type Source, sourcesIn } from './sources';
import { files } from './tree';

/** Where messages are sent and heard, and nowhere else. */
const WIRES = /^(utils|entrypoints\/background)\/messages\//;
/** The one file of them in which the worker hears a message. */
const GUEST_LIST = /^entrypoints\/background\/messages\/router\.ts$/;
/** What only those pages carry that need it: the second script. */
const ON_DEMAND = /^entrypoints\/civitai\.content\/(on-demand|model-page|recipe|menu|actions|dom)\//;
/** What the second script reaches through the first, which runs in the same page. */
const FIRST_ALONE = /^entrypoints\/civitai\.content\/(start\.ts$|(marks|vault-client|site)\/)/;

const extension = sourcesIn('entrypoints', 'components', 'utils');
const sandbox = sourcesIn('sandbox');
const CONTENT = 'entrypoints/civitai.content/index.ts';
/** The second script has a file of its own among the entry points, which hands over what the folder of the first holds. */
const isSecondEntry = (path: string) => /^entrypoints\/[^/]+\.ts$/.test(path);
const second = extension.map(({ path }) => path).filter(isSecondEntry);

/** One sentence for every file, outside of those allowed, whose code has the pattern. */
function outside(sources: Source[], pattern: RegExp, allowed: RegExp, because: string): string[] {
  return sources
    .filter(source => pattern.test(source.code) && !allowed.test(source.path))
    .map(source => `${source.path}: ${because}`);
}

const within = (sources: Source[], folder: string) => sources.filter(({ path }) => path.startsWith(folder));
const isIn = (imported: Import, ...folders: string[]) =>
  imported.isLocal && folders.some(folder => imported.to.startsWith(folder));
const entryOf = (path: string) => (isSecondEntry(path) ? 'civitai.content' : /^entrypoints\/([^/]+)\//.exec(path)?.[1]);

it('the top level holds what was agreed on, and what the ecosystem needs', () => {
  const agreed = ['assets', 'components', 'entrypoints', 'locales', 'public', 'sandbox', 'tests', 'utils'];
  const texts = ['CONTRIBUTING.md', 'LICENSE', 'README.md'];
  const isTooling = (name: string) =>
    /^\.|^(package(-lock)?|tsconfig|biome)\.json$|^knip\.jsonc$|^(wxt|vitest)\.config\.ts$/.test(name);
  const top = new Set(files.flatMap(file => file.split('/')[0] || []));
  expect(top.size).toBeGreaterThan(10);
  expect([...top].filter(name => !isTooling(name) && ![...agreed, ...texts].includes(name))).toEqual([]);
});

describe('who may know whom', () => {
  it('there are sources to look at', () => {
    expect(extension.length).toBeGreaterThan(20);
    expect(sandbox.length).toBeGreaterThan(10);
    expect(extension.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
  });

  it('only the background imports from the background, which alone may see the token', () => {
    const others = extension.filter(({ path }) => entryOf(path) !== 'background');
    const isForbidden = (imported: Import) => isIn(imported, 'entrypoints/background/');
    expect(forbidden(others, isForbidden, 'a page must not reach the token')).toEqual([]);
  });

  it('no entry point imports from another', () => {
    const isForbidden = (imported: Import, { path }: Source) =>
      isIn(imported, 'entrypoints/') && entryOf(imported.to) !== entryOf(path);
    const entries = within(extension, 'entrypoints/');
    expect(forbidden(entries, isForbidden, 'what two entry points need belongs in utils/')).toEqual([]);
  });

  it('utils/ imports only from utils/ and libraries', () => {
    const isForbidden = (imported: Import) => imported.isLocal && !isIn(imported, 'utils/');
    expect(forbidden(within(extension, 'utils/'), isForbidden, 'utils/ is below everything else')).toEqual([]);
  });

  it('components/ know neither the browser nor an entry point', () => {
    const isForbidden = (imported: Import) =>
      imported.isLocal ? !isIn(imported, 'components/', 'utils/', 'assets/') : !/^preact(\/|$)/.test(imported.to);
    expect(forbidden(within(extension, 'components/'), isForbidden, 'a component gets props and sends events')).toEqual(
      [],
    );
    const touches = /\b(browser|chrome)\.\w|\bfetch\(|\b(local|session)Storage\b|\bindexedDB\b/;
    expect(outside(within(extension, 'components/'), touches, /^$/, 'a component asks nobody')).toEqual([]);
  });

  it('only pages use components', () => {
    const worlds = extension.filter(({ path }) => ['background', 'civitai.content'].includes(entryOf(path) ?? ''));
    const isForbidden = (imported: Import) => isIn(imported, 'components/');
    expect(forbidden(worlds, isForbidden, 'components are for pages of the extension')).toEqual([]);
  });

  it('the sandbox and the extension never import each other', () => {
    const ofExtension = (imported: Import) =>
      isIn(imported, 'entrypoints/', 'components/', 'utils/', 'assets/', 'public/');
    expect(forbidden(sandbox, ofExtension, 'the sandbox must be able to disagree')).toEqual([]);
    const ofSandbox = (imported: Import) => isIn(imported, 'sandbox/');
    expect(forbidden(extension, ofSandbox, 'the extension must not know its test site')).toEqual([]);
  });

  it('neither of them imports a test', () => {
    const isForbidden = (imported: Import) => isIn(imported, 'tests/', '.ci/');
    expect(forbidden([...extension, ...sandbox], isForbidden, 'tests look at the product, not the other way')).toEqual(
      [],
    );
  });
});

describe('who may do what', () => {
  it('only background/api/ calls fetch', () => {
    const because = 'only background/api/ uses the network';
    const network = /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/;
    expect(outside(extension, network, /^entrypoints\/background\/api\//, because)).toEqual([]);
  });

  it('only the wires touch messaging', () => {
    const messaging = /\bsendMessage\b|\bonMessage\b|\bonConnect\b|\bruntime\.connect\b|\bonMessageExternal\b/;
    expect(outside(extension, messaging, WIRES, `messages are sent and heard in ${WIRES.source}`)).toEqual([]);
  });

  it('the background hears messages in its router alone', () => {
    const background = within(extension, 'entrypoints/background/');
    const because = `the guest list is ${GUEST_LIST.source}`;
    expect(outside(background, /\bonMessage\b/, GUEST_LIST, because)).toEqual([]);
    expect(background.some(({ path }) => GUEST_LIST.test(path))).toBe(true);
  });

  it('what the site looks like is known in surfaces/ alone', () => {
    const because = 'a selector of the site belongs in civitai.content/surfaces/';
    const selector =
      /\bmantine-[A-Z]|aria-label[\^*$]?=|href[\^*$]?=|\bscroll-area\b|\[data-(activity|tour)|#(main|__next)\b/;
    const allowed = /^entrypoints\/civitai\.content\/surfaces\/[\w-]+\.ts$/;
    expect(outside(within(extension, 'entrypoints/civitai.content/'), selector, allowed, because)).toEqual([]);
  });

  it('utils/ do nothing when they are imported', () => {
    const because = 'a module in utils/ has no side effect at import';
    const effect = /^(await |document\.|window\.|browser\.|globalThis\.|[\w.]+\.addEventListener\()/m;
    expect(outside(within(extension, 'utils/'), effect, /^$/, because)).toEqual([]);
  });

  it('no file only hands on what others export', () => {
    const because = 'a barrel once pulled a whole API service into a content script';
    const barrel = /^export\s+(\*|type\s*\{|\{)[^;]*\bfrom\b/m;
    expect(outside([...extension, ...sandbox], barrel, /^$/, because)).toEqual([]);
  });

  it('entry points only wire: 60 lines at most', () => {
    const entries = extension.filter(({ path }) => /^entrypoints\/[^/]+\/(index|main)\.tsx?$/.test(path));
    expect(entries.length).toBeGreaterThanOrEqual(3);
    const long = entries.filter(({ lines }) => lines > 60);
    expect(long.map(({ path, lines }) => `${path} has ${lines} lines: what it decides belongs elsewhere`)).toEqual([]);
  });
});

describe('what the content script carries into every page', () => {
  const bundle = bundleOf(CONTENT, extension);

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
