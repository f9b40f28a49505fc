import { describe, expect, it } from 'vitest';
import { forbidden } from './imports';
import { type Import, type Source, sourcesIn } from './sources';
import { files } from './tree';

/** Where messages are sent and heard, and nowhere else. */
const WIRES = /^(utils|entrypoints\/background)\/messages\//;
/** The one file of them in which the worker hears a message. */
const GUEST_LIST = /^entrypoints\/background\/messages\/router\.ts$/;

const extension = sourcesIn('entrypoints', 'components', 'utils');
const sandbox = sourcesIn('sandbox');

/** One sentence for every file, outside of those allowed, whose code has the pattern. */
function outside(sources: Source[], pattern: RegExp, allowed: RegExp, because: string): string[] {
  return sources
    .filter(source => pattern.test(source.code) && !allowed.test(source.path))
    .map(source => `${source.path}: ${because}`);
}

const within = (sources: Source[], folder: string) => sources.filter(({ path }) => path.startsWith(folder));
const isIn = (imported: Import, ...folders: string[]) =>
  imported.isLocal && folders.some(folder => imported.to.startsWith(folder));
/** The content script comes in two files: the second has no folder and hands over what the folder of the first holds. */
const entryOf = (path: string) =>
  /^entrypoints\/[^/]+\.ts$/.test(path) ? 'civitai.content' : /^entrypoints\/([^/]+)\//.exec(path)?.[1];

it('the top level holds what was agreed on, and what the ecosystem needs', () => {
  const agreed = ['assets', 'components', 'entrypoints', 'locales', 'public', 'sandbox', 'tests', 'utils'];
  const texts = ['CONTRIBUTING.md', 'LICENSE', 'PRIVACY.md', 'README.md', 'SECURITY.md'];
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
    // The names of the texts are types; the texts themselves would be in every script.
    const isText = (imported: Import) => imported.isType && isIn(imported, 'locales/');
    const isForbidden = (imported: Import) => imported.isLocal && !isIn(imported, 'utils/') && !isText(imported);
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
