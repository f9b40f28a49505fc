/**
 * `npm run bench [-- --json FILE] [--readme] [--only name…] [--against FOLDER]`: how fast and how small Vaulted is. Ratios are to what
 * the same machine does without it at the same time, so that machines can be compared. `--against`: an older build's `chrome-mv3`, or
 * the folder that holds it, is measured beside. Ends with 1 if a limit that doesn't depend on the clock is broken.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failuresOf, missesOf, type Section } from '@/tests/bench/report/section.ts';
import { runCommand } from '@/tests/run/command.ts';
import { measureSections, NAMES } from './sections.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    /** Puts the table into the README beside this file. */
    readme: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    against: { type: 'string' },
  },
});

/** The older build's own folder. */
function findOlderBuild(folder: string): string | undefined {
  const places = [resolve(folder), resolve(folder, 'chrome-mv3')];
  return places.find(place => existsSync(join(place, 'manifest.json')));
}

/** The sections' numbers under the names that `--json` promises. */
function collect({ size, scroll, sync, cards, vaultPage, ...others }: Record<string, Section<object>>): object {
  const marks = cards && 'marks' in cards.numbers ? cards.numbers.marks : undefined;
  return {
    ...cards?.numbers,
    ...(marks !== undefined && { marks: { ...Object(marks), ...scroll?.numbers } }),
    ...Object.assign({}, ...Object.values(others).map(section => section.numbers)),
    ...(size && { gzip: size.numbers }),
    ...(sync && { sync: sync.numbers }),
    ...(vaultPage && { vaultPage: vaultPage.numbers }),
  };
}

/** Everything that was not reached, once more at the end of a long report. */
function printVerdict(sections: readonly Section<unknown>[]): void {
  const broken = sections.flatMap(section => failuresOf(section));
  const missed = sections.flatMap(section => missesOf(section));
  console.log(`\n${broken.length} limits broken, ${missed.length} goals missed.`);
  for (const sentence of broken) console.log(`  failed: ${sentence}`);
  for (const sentence of missed) console.log(`  missed: ${sentence}`);
}

async function main(): Promise<0 | 1> {
  const { only, against } = options;
  const unknown = only?.filter(name => !NAMES.includes(name)) ?? [];
  if (unknown.length > 0) {
    console.error(`There is no section ${unknown.join(', ')}. Sections: ${NAMES.join(', ')}.`);
    return 1;
  }
  const olderBuild = against === undefined ? undefined : findOlderBuild(against);
  if (against !== undefined && olderBuild === undefined) {
    console.error(`There is no build of Vaulted for Chromium in ${against}.`);
    return 1;
  }
  if (!(await runCommand('wxt', ['build']))) return 1;
  const found = await measureSections({ only, olderBuild });
  const sections = Object.values(found);
  printVerdict(sections);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(collect(found), undefined, 2)}\n`);
  if (options.readme) {
    const { writeTable } = await import('@/tests/bench/report/readme.ts');
    writeTable(sections);
    await runCommand('biome', ['format', '--write', 'tests/bench/README.md']);
  }
  return sections.some(section => failuresOf(section).length > 0) ? 1 : 0;
}

process.exit(await main());
