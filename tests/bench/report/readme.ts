import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '@/.ci/browsers.mjs';
import { rowsOf, type Section } from './section.ts';

const file = join(import.meta.dirname, '..', 'README.md');
const START = '<!-- bench -->';
const END = '<!-- /bench -->';

function describeMachine(): string {
  const [cpu] = cpus();
  const browser = findBrowser('chromium');
  const version = browser ? execFileSync(browser, ['--version'], { encoding: 'utf8' }).trim() : 'Chromium';
  return `${cpus().length} × ${cpu?.model.trim() ?? 'an unknown processor'}, ${version.split(' ').slice(0, 2).join(' ')}`;
}

/** Writes what the sections found between the two markers of this folder's README: medians with their spread. */
export function writeTable(sections: readonly Section<unknown>[]): void {
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has no ${START} … ${END}`);
  const cell = (value: string) => value.replaceAll('|', '\\|');
  const rows = sections.flatMap(section => [
    `| **${cell(section.title)}** | | |`,
    ...rowsOf(section).map(row => `| ${row.map(cell).join(' | ')} |`),
  ]);
  const date = new Date().toISOString().slice(0, 10);
  const table = ['| figure | median | to compare with |', '| --- | --- | --- |', ...rows].join('\n');
  const note = `Measured on ${date}: ${describeMachine()}, production build, headless.`;
  writeFileSync(file, `${before}${START}\n\n${note}\n\n${table}\n\n${END}${after}`);
}
