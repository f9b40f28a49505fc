/**
 * `npm run bench [-- --json FILE]`: how fast and how small Vaulted is, with ratios to what the same machine does without it, so
 * that runs on different machines can be compared. Ends with 1 if a promise that does not depend on the machine is broken.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runCommand } from '../run/command.ts';
import { printSection } from './report.ts';
import { measureSync } from './sync.ts';

const { values: options } = parseArgs({ options: { json: { type: 'string' } } });

async function main(): Promise<0 | 1> {
  if (!(await runCommand('wxt', ['build']))) return 1;
  const sections = { sync: await measureSync() };
  for (const section of Object.values(sections)) printSection(section);
  if (options.json !== undefined) {
    const numbers = Object.entries(sections).map(([name, section]) => [name, section.numbers] as const);
    await writeFile(options.json, `${JSON.stringify(Object.fromEntries(numbers), undefined, 2)}\n`);
  }
  return Object.values(sections).some(({ failures }) => failures.length > 0) ? 1 : 0;
}

process.exit(await main());
