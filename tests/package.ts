/**
 * `npm run package`: the zips for the stores in `.output/`, and what each store's reviewers would find out. It ends with 0 only if
 * Mozilla's lint finds nothing unexplained, the sources build to the bytes of the Firefox zip, and Vaulted does its main job from every
 * zip.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintFlaws } from '@/tests/package/lint.ts';
import { differences, readZip, unpack } from '@/tests/package/zip.ts';
import { makeZips, STORES } from '@/tests/package/zips.ts';
import { runCommand } from '@/tests/run/command.ts';

const run = async (command: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
  if (!(await runCommand(command, args, { env, limitMinutes: 10 })))
    throw new Error(`${command} ${args.join(' ')} failed`);
};

/** What Mozilla's reviewers do with the sources: README, "Install". */
async function provesItself(sources: string, zip: string, folder: string): Promise<void> {
  await unpack(await readZip(sources), folder);
  await run('npm', ['ci', '--prefix', folder]);
  await run('npm', ['run', 'build', '--prefix', folder]);
  const found = await differences(await readZip(zip), join(folder, '.output', 'firefox-mv3'));
  if (found.length > 0) throw new Error(`The sources build to something else: ${found.join(', ')}`);
  console.log('The sources build to the same bytes as the Firefox zip.');
}

async function passesLint(folder: string): Promise<void> {
  const flaws = await lintFlaws(folder);
  if (flaws.length > 0) throw new Error(`web-ext lint: ${flaws.join('; ')}`);
  console.log('web-ext lint finds nothing that SECURITY.md does not explain.');
}

async function worksFrom(zip: string, browser: string, folder: string): Promise<void> {
  await unpack(await readZip(zip), folder);
  await run('npm', ['start', '--', '--headless', '--browser', browser, '--extension', folder]);
}

async function main(folder: string): Promise<void> {
  const zips = await makeZips();
  await provesItself(zips.sources, zips.firefox, join(folder, 'sources'));
  for (const { store, browser } of STORES) await worksFrom(zips[store], browser, join(folder, store));
  await passesLint(join(folder, 'firefox'));
  console.log(`Ready for the stores:\n${Object.values(zips).join('\n')}`);
}

const folder = await mkdtemp(join(tmpdir(), 'vaulted-package-'));
try {
  await main(folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
