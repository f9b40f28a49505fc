/** What content scripts call through the polyfill and wait for. Pages call more, which answers with promises as it is. `tests/architecture.test.ts` compares. */
export const USED_APIS = { runtime: ['sendMessage'] } as const;

const TABLE = /const apiMetadata = (\{[\s\S]*?\n {6}\});/;

/**
 * `webextension-polyfill` carries a table of every function of every extension API, 1 KB gzipped in every page; this leaves the rows
 * in that are used. And it comes as a CommonJS module, which a bundler turns into one of ours by reading every API once: 4 ms of the
 * popup's first frame. All else of the package stays as it is. Fails the build where the table is not found.
 */
export function slimPolyfill() {
  return {
    name: 'vaulted:slim-polyfill',
    transform(code: string, id: string) {
      if (!/webextension-polyfill\/dist\/browser-polyfill\.js$/.test(id.replaceAll('\\', '/'))) return undefined;
      const table = TABLE.exec(code)?.[1];
      if (!table)
        throw new Error('webextension-polyfill keeps its table of APIs in another way: see .vite/slim-polyfill.ts');
      const all: Record<string, Record<string, unknown>> = JSON.parse(table);
      const used = Object.fromEntries(
        Object.entries(USED_APIS).map(([api, names]) => [
          api,
          Object.fromEntries(names.map(name => [name, all[api]?.[name]])),
        ]),
      );
      return { code: asModule(code.replace(table, () => JSON.stringify(used))), map: null };
    },
  };
}

/** The package's body, without the wrapper that finds out which kind of module it is in. */
function asModule(code: string): string {
  const body = code.slice(code.indexOf('function (module) {'), code.lastIndexOf('}') + 1);
  if (!body.startsWith('function'))
    throw new Error('webextension-polyfill is wrapped in another way: see .vite/slim-polyfill.ts');
  return `const module = { exports: {} };\n(${body})(module);\nexport default module.exports;`;
}
