import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kilobytes } from '@/tests/bench/report/format.ts';
import { type Figure, figure, limited, type Section } from '@/tests/bench/report/section.ts';
import { MAX_GZIPPED_BYTES } from './budgets.ts';

export type SizeNumbers = {
  /** Every page's. */
  content: number;
  /** What a model page pays besides, and any other page where the user reaches for a mark. */
  onDemand: number;
  worker: number;
  popup: number;
  package: number;
};

type Manifest = {
  content_scripts: { matches: string[]; js?: string[]; css?: string[] }[];
  background: { service_worker?: string; scripts?: string[] };
  action: { default_popup: string };
};

/** Gzipped bytes of what a build makes its users load. */
export function sizesOf(folder: string): SizeNumbers {
  const weigh = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  const sum = (files: readonly string[]) => files.map(weigh).reduce((total, bytes) => total + bytes, 0);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { content_scripts: scripts, background, action } = manifest;
  const filesOf = (wanted: (matches: string[]) => boolean) =>
    scripts.filter(({ matches }) => wanted(matches)).flatMap(({ js = [], css = [] }) => [...js, ...css]);
  const isEveryPage = (matches: string[]) => matches.some(match => new URL(match).pathname === '/*');
  const popup = readFileSync(join(folder, action.default_popup), 'utf8');
  const loaded = [...popup.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return {
    content: sum(filesOf(isEveryPage)),
    onDemand: sum(filesOf(matches => !isEveryPage(matches))),
    worker: sum([background.service_worker ?? [], background.scripts ?? []].flat()),
    popup: sum([action.default_popup, ...loaded]),
    package: sum(all.filter(file => statSync(join(folder, file)).isFile())),
  };
}

/** A sentence for everything that is larger than its budget. */
export function tooLarge(sizes: SizeNumbers): string[] {
  const parts = ['content', 'worker', 'popup'] as const;
  return parts
    .filter(part => sizes[part] > MAX_GZIPPED_BYTES[part])
    .map(part => `${part}: ${sizes[part]} bytes gzipped, ${sizes[part] - MAX_GZIPPED_BYTES[part]} above its budget`);
}

const NAMES = {
  content: 'content script and style, every page',
  onDemand: 'on-demand script: model pages, or first reach',
  worker: 'worker',
  popup: 'popup, first load',
  package: 'whole package',
} as const;

function describe(part: keyof SizeNumbers, sizes: SizeNumbers): Figure {
  const size = kilobytes(sizes[part]);
  if (part === 'onDemand' || part === 'package') return figure(NAMES[part], size, 'no budget');
  const most = MAX_GZIPPED_BYTES[part];
  return limited(sizes[part] <= most, NAMES[part], size, `at most ${kilobytes(most)}`);
}

/** How large the production build is. */
export function measureSize(folder: string): Section<SizeNumbers> {
  const numbers = sizesOf(folder);
  const parts = ['content', 'onDemand', 'worker', 'popup', 'package'] as const;
  return { title: 'Size, gzipped', figures: parts.map(part => describe(part, numbers)), numbers };
}
