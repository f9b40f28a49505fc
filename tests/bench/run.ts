/**
 * `npm run bench [-- --json FILE] [--readme] [--only name…]`: how fast and how small Vaulted is. Ratios are to what the same machine
 * does without it at the same time, so that machines can be compared. Ends with 1 if a limit that doesn't depend on the clock is broken.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startSandbox } from '@/sandbox/server.ts';
import { withVariants } from '@/tests/bench/browsers/variants.ts';
import { measureCards } from '@/tests/bench/cards/cards-section.ts';
import { measureMarkTime } from '@/tests/bench/cards/mark-time.ts';
import { measureScroll } from '@/tests/bench/cards/scroll.ts';
import { measureSoak } from '@/tests/bench/cards/soak.ts';
import { measureTalk } from '@/tests/bench/cards/talk.ts';
import { failuresOf, printSection, type Section } from '@/tests/bench/report/section.ts';
import { measurePopup } from '@/tests/bench/vault/popup.ts';
import { measureSync } from '@/tests/bench/vault/sync.ts';
import { measureVaultPage } from '@/tests/bench/vault/vault-page.ts';
import { buildOf } from '@/tests/e2e/support/browser/build.ts';
import { runCommand } from '@/tests/run/command.ts';
import { measureSize } from './size.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    /** Puts the table into the README. */
    readme: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});

/** The sections, as `--only` names them. */
const NAMES = ['size', 'cards', 'marks', 'talk', 'popup', 'scroll', 'soak', 'sync', 'vaultPage'];
const isWanted = (name: string) => options.only === undefined || options.only.includes(name);

async function measure(): Promise<Record<string, Section<object>>> {
  const found: Record<string, Section<object>> = {};
  const add = async (name: string, section: () => Promise<Section<object>>) => {
    if (!isWanted(name)) return;
    const startedAt = performance.now();
    const done = await section();
    found[name] = done;
    printSection(done);
    console.log(`  (${((performance.now() - startedAt) / 1000).toFixed(0)} s)`);
  };
  await add('size', async () => measureSize(buildOf('chromium')));
  if (['cards', 'marks', 'talk', 'popup', 'scroll', 'soak'].some(isWanted)) {
    const sandbox = await startSandbox();
    try {
      await withVariants(sandbox, async variants => {
        await add('cards', () => measureCards(variants, sandbox));
        await add('marks', () => measureMarkTime(variants, sandbox));
        await add('talk', () => measureTalk(variants, sandbox));
        await add('popup', () => measurePopup(variants));
        await add('scroll', () => measureScroll(variants, sandbox));
        await add('soak', () => measureSoak(variants, sandbox));
      });
    } finally {
      await sandbox.close();
    }
  }
  await add('sync', measureSync);
  await add('vaultPage', measureVaultPage);
  return found;
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

async function main(): Promise<0 | 1> {
  const unknown = options.only?.filter(name => !NAMES.includes(name)) ?? [];
  if (unknown.length > 0) {
    console.error(`There is no section ${unknown.join(', ')}. Sections: ${NAMES.join(', ')}.`);
    return 1;
  }
  if (!(await runCommand('wxt', ['build']))) return 1;
  const sections = await measure();
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(collect(sections), undefined, 2)}\n`);
  if (options.readme) {
    const { writeTable } = await import('@/tests/bench/report/readme.ts');
    writeTable(Object.values(sections));
    await runCommand('biome', ['format', '--write', 'README.md']);
  }
  return Object.values(sections).some(section => failuresOf(section).length > 0) ? 1 : 0;
}

process.exit(await main());
