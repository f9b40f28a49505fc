/** What is found in the text of a package's file, and what stands there instead. */
type Cut = [find: RegExp, replacement: string];

/** What makes each kind of schema, without classes of the caller's own, members of the prototype and the compiler's hook. */
const CONSTRUCTOR = `$1) {
  function init(inst, def) {
    inst._zod ??= { def, traits: new Set() };
    if (inst._zod.traits.has(name)) return;
    inst._zod.traits.add(name);
    initializer(inst, def);
  }
  function Schema(def) {
    init(this, def);
    for (const finish of this._zod.deferred ?? []) finish();
  }
  Schema.init = init;
  return Schema;
}
`;

/** Whether the value can be read, and as what. */
const SAFE_PARSE = `safeParse = (schema, value) => {
  const { issues, value: data } = schema._zod.run({ value, issues: [] }, {});
  return issues.length ? { success: false } : { success: true, data };
};`;

/** The tests of a schema, one after the other. */
const RUN_CHECKS = `inst._zod.run = (payload, ctx) => {
  inst._zod.parse(payload, ctx);
  for (const check of checks) check._zod.check(payload);
  return payload;
};
}
`;

/** The fields that an object's schema names. */
const SHAPE = `const _normalized = { value: { shape: def.shape, allKeys: Object.keys(def.shape) } };
const isObject = util.isObject;
const catchall = undefined;`;

/** Each says what the worker never does. The minifier drops what then can't be reached. */
const CUTS: Readonly<Record<string, readonly Cut[]>> = {
  'zod/v4/core/core.js': [
    // It derives no class from a schema's, and asks no value whether it is a schema.
    [/(function \$constructor\(name, initializer), [\s\S]*?\n\}\n/, CONSTRUCTOR],
  ],
  'zod/v4/core/parse.js': [
    // It asks for no reason why a value can't be read.
    [/safeParse = .*_safeParse\(errors\.\$ZodRealError\);/, SAFE_PARSE],
  ],
  'zod/v4/core/util.js': [
    // It gives no kind a message or another setting.
    [/(function normalizeParams\(_params\) \{)/, '$1 return {};'],
    // It has no schema that contains itself, so what a schema takes from its parts is known when it is made.
    [/(function defineLazyInternal\(inst, key, compute\) \{)/, '$1 inst._zod[key] = compute(inst._zod); return;'],
  ],
  'zod/v4/core/schemas.js': [
    // It has one test in a schema, which needs no other to have passed.
    [/const runChecks = [\s\S]*?\n {4}\}\n(?=\}, \{)/, RUN_CHECKS],
    // No test and no reading of it waits.
    [/\w+ instanceof Promise\b/g, 'false'],
    // It turns no value back into the wire's, skips no test, and stops at no first fault.
    [/\bctx\??\.(?:direction === "backward"|skipChecks|abortEarly|async\b(?! ===))/g, 'false'],
    // It has no rule for keys that a schema doesn't name: they are left out.
    [/const desc = Object\.getOwnPropertyDescriptor\(def, "shape"\);[\s\S]*?const catchall = def\.catchall;/, SHAPE],
    // It sets no list a length.
    [/(function capSize\(inst, size\) \{)/, '$1 return;'],
  ],
  'zod/v4/mini/schemas.js': [
    // It calls no method of a schema: the classes of the core do.
    [/core\.\$constructor\("ZodMini(\w+)", \(inst, def\) => \{\s*core\.\$Zod\1\.init\([\s\S]*?\n\}\)/g, 'core.$Zod$1'],
  ],
  'idb/build/index.js': [
    // It walks with a cursor's own steps, not with `for await`.
    [/const advanceMethodProps = [\s\S]*(?=export \{)/, ''],
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

/** The worker would carry 3.8 KB more, gzipped, that never run. */
export function slimPackages() {
  const transform = (code: string, id: string) => {
    const [, file = ''] = FILE.exec(id.replaceAll('\\', '/')) ?? [];
    return file in CUTS ? { code: withoutUnreached(file, code), map: null } : undefined;
  };
  return { name: 'vaulted:slim-packages', transform };
}
