import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '@/tests/run/command.ts';

const root = join(import.meta.dirname, '..', '..');

/** The stores, how WXT builds for each, and the browser in which its zip is tried: Edge takes no unpacked extension from outside. */
export const STORES = [
  { store: 'chrome', args: ['zip'], browser: 'chromium' },
  { store: 'edge', args: ['zip', '-b', 'edge'], browser: 'chromium' },
  { store: 'firefox', args: ['zip', '-b', 'firefox', '--mv3'], browser: 'firefox' },
] as const;

type Zips = Record<(typeof STORES)[number]['store'] | 'sources', string>;

/** Builds all zips for the version of `package.json` and returns their paths; throws if one is not made. */
export async function makeZips(): Promise<Zips> {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const { store, args } of STORES) {
    if (!(await runCommand('wxt', [...args]))) throw new Error(`The zip for ${store} was not made.`);
  }
  const path = (name: string) => {
    const zip = join(root, '.output', `vaulted-${version}-${name}.zip`);
    if (!existsSync(zip)) throw new Error(`${zip} was not made.`);
    return zip;
  };
  return { chrome: path('chrome'), edge: path('edge'), firefox: path('firefox'), sources: path('sources') };
}
