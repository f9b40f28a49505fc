/** What is found in the text of a package's file, and what stands there instead. */
type Cut = [find: RegExp, replacement: string];

/**
 * What the worker never reaches. Of zod: promises, encoding, values that contain themselves, compiled and recursive schemas, keys beyond the
 * shape, subclasses, and where and why a value is wrong. Of idb: iterators, the word `in`, and openings that wait. The minifier drops what then can't be reached.
 */
const CUTS: Readonly<Record<string, readonly Cut[]>> = {
  'zod/v4/core/core.js': [
    [/const protoMembers = proto;/, 'const protoMembers = undefined;'],
    [/globalThis\.__zod_globalConfig\?\.postProcessor/, 'undefined'],
    [/class Definition extends Parent \{\s*\}\n.*"name".*\n/, ''],
    [/params\?\.Parent \? newError\(Definition\) : this/, 'this'],
    [/Object\.defineProperty\(_, Symbol\.hasInstance, \{[\s\S]*?\n {4}\}\);/, ''],
    [/Object\.defineProperty\(_, "name".*/, ''],
    [/const proto = _\.prototype;\s*for \(const k in proto\) \{/, 'while (false) {'],
  ],
  'zod/v4/core/errors.js': [[/^const _installedToString = .*/m, '']],
  'zod/v4/core/parse.js': [
    [/\w+ instanceof Promise\b/g, 'false'],
    [/failure\(_Err, result\.issues, ctx\)/g, '{ success: false }'],
    [/(safeParse = [^;]*)\(errors\.\$ZodRealError\);/, '$1();'],
  ],
  'zod/v4/core/util.js': [
    [/(function normalizeParams\(_params\) \{)/, '$1 return {};'],
    [/(function defineLazyInternal\(inst, key, compute\) \{)/, '$1 inst._zod[key] = compute(inst._zod); return;'],
    [/^export const captureStackTrace = [\s\S]*?;\n/m, 'export const captureStackTrace = undefined;\n'],
  ],
  'zod/v4/core/schemas.js': [
    [/if \(asyncResult \|\| _ instanceof Promise\)/, 'if (false)'],
    [/if \(asyncResult\)/, 'if (false)'],
    [/\w+ instanceof Promise\b/g, 'false'],
    [/\bproms\.length\b/g, 'false'],
    [/[\w.]+\boptin === "defaulted"/g, 'false'],
    [/issues\.push\(\{\s*(?:expected|code|input): [\s\S]*?\}\);/g, 'issues.push({});'],
    [/left\.issues\.some\(\(iss\) => iss\.code !== "unrecognized_keys"\)/, 'left.issues.length'],
    [/inst\._zod\.bag = .*/, ''],
    [/\bctx\??\.direction === "backward"/g, 'false'],
    [/\bctx\??\.(?:skipChecks|abortEarly|async)\b(?! ===)/g, 'false'],
    [/\bcore\.globalConfig\.memoizer\b/g, 'undefined'],
    [/if \((?:payload|result)\.memo\)/g, 'if (false)'],
    [/ch\._zod\.def\.when\b/g, 'undefined'],
    [/let seen = payload\.issues\.length;/g, 'let seen = 0;'],
    [/= def\.catchall;/g, '= undefined;'],
    [/const desc = Object[\s\S]*?if \(sh\) \{/, 'if (false) {'],
    [/util\.cached\(\(\) => (normalizeDef\(def\))\)/g, '{ value: $1 }'],
    [/(function normalizeDef\(def\) \{)/, '$1 return { shape: def.shape, allKeys: Object.keys(def.shape) };'],
    [
      /const _iss = \{[\s\S]*?payload\.issues\.push\(util\.issue\(_iss\)\);/,
      'payload.issues.push({ code: "custom" });',
    ],
    [/util\.attachSchema\(.*/g, ''],
    [/\.\.\.util\.prefixIssues\(\w+, (\w+)\.issues\)/g, '...$1.issues'],
    [/util\.defineLazyInternal\(inst, "(?:values|pattern|propValues)", /g, 'void ('],
    [/capSize\(inst, \w+\);/g, ''],
    [/inst\._zod\.version = version;/, ''],
  ],
  'zod/v4/mini/schemas.js': [
    [/util\.installLazyProp\(inst, "shape", [^;]*;/g, ''],
    [
      /core\.\$constructor\("ZodMini(\w+)", \(inst, def\) => \{\s*core\.\$Zod\1\.init\(inst, def\);\s*ZodMiniType\.init\(inst, def\);\s*\}\)/g,
      'core.$Zod$1',
    ],
  ],
  'idb/build/index.js': [
    [/const advanceMethodProps = [\s\S]*(?=export \{)/, ''],
    [/prop !== targetFuncName;/, 'false;'],
    [/has\(target, prop\) \{[\s\S]*?\n {4}\},\n/, ''],
    [/has: \(target, prop\) => .*/, ''],
    [/if \(blocked\)/, 'if (false)'],
  ],
};

const FILE = /\/node_modules\/(.+)$/;

/** The text of a package's file as the worker has it. Throws where the package is written in another way. */
export function withoutUnreached(file: string, code: string): string {
  return (CUTS[file] ?? []).reduce((text, [find, replacement]) => {
    const cut = text.replace(find, replacement);
    if (cut === text) throw new Error(`${file} is written in another way than .ci/slim-packages.ts expects: ${find}`);
    return cut;
  }, code);
}

/** The worker would carry 4 KB more, gzipped, that never run. */
export function slimPackages() {
  const transform = (code: string, id: string) => {
    const [, file = ''] = FILE.exec(id.replaceAll('\\', '/')) ?? [];
    return file in CUTS ? { code: withoutUnreached(file, code), map: null } : undefined;
  };
  return { name: 'vaulted:slim-packages', transform };
}
