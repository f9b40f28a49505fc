import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const source = join(import.meta.dirname, '..', 'floor');

/** The floor as an extension of its own; its popup is bundled and minified as Vaulted's is. */
export async function buildFloor(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'vaulted-floor-'));
  await cp(source, folder, { recursive: true });
  await build({
    entryPoints: [join(source, 'popup.js')],
    outfile: join(folder, 'popup.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    allowOverwrite: true,
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
