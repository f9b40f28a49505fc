import { describe, expect, it } from 'vitest';
import { sourcesIn } from '@/tests/house/sources';

const background = sourcesIn('entrypoints/background');

function findAll(pattern: RegExp): string[] {
  return background.flatMap(({ path, code }) => [...code.matchAll(pattern)].map(([found]) => `${path}: ${found}`));
}

/** The kinds of schema that are left of zod, and what types alone need. */
const KINDS = /z\.(?!(?:array|config|core|custom|NEVER|object|output|pipe|safeParse|transform|ZodMiniType)\b)\w+/g;

describe('the worker reaches nothing that its build leaves out (.ci/slim-packages.ts)', () => {
  it('of zod: it asks only whether a value can be read, and nothing in a schema waits', () => {
    expect(findAll(/\bz\.object\(/g).length).toBeGreaterThan(5);
    expect(findAll(KINDS)).toEqual([]);
    expect(findAll(/\b(?:\w+Answer|schema|entry)\.(?:parse|safeParse|parseAsync|check|brand)\b/g)).toEqual([]);
    const waiting = /z\.(?:custom|transform|catch)\w*(?:<[^>]*>)?\(\s*(?:async\b|\(?\w*\)? => new Promise)/g;
    expect(findAll(waiting)).toEqual([]);
    expect(findAll(/get \w+\(\) \{\s*return z\./g)).toEqual([]);
  });

  it('of idb: it walks with cursors', () => {
    expect(findAll(/\.openKeyCursor\(/g).length).toBeGreaterThan(0);
    expect(findAll(/\.iterate\(|for await \(.*[sS]tore/g)).toEqual([]);
  });
});
