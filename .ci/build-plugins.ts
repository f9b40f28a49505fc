/** What is called through the polyfill's table and waited for; all else answers with promises by itself. The house rules compare it. */
export const USED_APIS = { runtime: ['sendMessage'] } as const;

/**
 * Every page of the site would pay 1.3 KB gzipped, of 15 KB, for the polyfill's table of all APIs and its CommonJS wrapper. This keeps
 * the rows that are used and makes the file a module, which saves the popup 4 ms as well.
 */
export function slimPolyfill() {
  return {
    name: 'vaulted:slim-polyfill',
    transform(code: string, id: string) {
      if (!/webextension-polyfill\/dist\/browser-polyfill\.js$/.test(id.replaceAll('\\', '/'))) return undefined;
      const table = /const apiMetadata = (\{[\s\S]*?\n {6}\});/.exec(code)?.[1];
      const body = code.slice(code.indexOf('function (module) {'), code.lastIndexOf('}') + 1);
      if (!table || !body.startsWith('function'))
        throw new Error('webextension-polyfill is written in another way: see .ci/build-plugins.ts');
      const all: Record<string, Record<string, unknown>> = JSON.parse(table);
      const used = Object.entries(USED_APIS).map(([api, names]) => [
        api,
        Object.fromEntries(names.map(name => [name, all[api]?.[name]])),
      ]);
      const slim = body.replace(table, () => JSON.stringify(Object.fromEntries(used)));
      return { code: `const module = { exports: {} };\n(${slim})(module);\nexport default module.exports;`, map: null };
    },
  };
}

/** The table of surfaces without what its rows say to developers and tests alone. */
export function withoutNotes(table: string): string {
  return table.replace(/^ +(?:name|seen): '[^']*',\n/gm, '');
}

/** Words of one letter that a language doesn't leave at the end of a line. */
const SHORT_WORDS: Record<string, string> = { pl: 'aiouwz', ru: 'авикосуя' };

/** A text of `locales/` as it is built: no line ends after such a word. Its translators write ordinary spaces. */
export function keepTogether(language: string, text: string): string {
  const words = SHORT_WORDS[language];
  return words ? text.replace(new RegExp(`(?<![\\p{L}\\d])([${words}]) `, 'giu'), '$1\u00a0') : text;
}

/** The notes would cost every page 0.2 KB. */
export function leaveOutNotes() {
  const transform = (code: string, id: string) =>
    /\/surfaces\/(table|rare-surfaces)\.ts$/.test(id.replaceAll('\\', '/'))
      ? { code: withoutNotes(code), map: null }
      : undefined;
  return { name: 'vaulted:leave-out-notes', enforce: 'pre' as const, transform };
}

/**
 * In worker and content script, 1.3 and 0.6 KB less. Both browsers give promises by themselves; for `browser` a page could put an element
 * of that id. WXT's context ends the first copy of the script in a document where the second has to end (site/life.ts).
 */
const OWN_MODULES: Record<string, string> = {
  '@wxt-dev/webextension-polyfill/browser': 'export const browser = globalThis.chrome;',
  'wxt/utils/content-script-context': 'export function ContentScriptContext() {}',
};

export function withOwnModules() {
  return {
    name: 'vaulted:own-modules',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id in OWN_MODULES ? `\0${id}` : undefined),
    load: (id: string) => OWN_MODULES[id.slice(1)],
  };
}
