import { files, read } from '@/tests/house/tree';
import type { Glossary } from './glossary';
import type { Texts } from './locales';

/** What the files of a folder hold, by the name of their language: English first, with which the others are compared. */
function filesIn<Content>(folder: string): Map<string, Content> {
  const names = files.flatMap(file => new RegExp(`^${folder}/(\\w+)\\.json$`).exec(file)?.[1] ?? []);
  const sorted = names.sort((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b));
  return new Map(sorted.map(name => [name, JSON.parse(read(`${folder}/${name}.json`))]));
}

export const locales: ReadonlyMap<string, Texts> = filesIn<Texts>('locales');
export const glossaries: ReadonlyMap<string, Glossary> = filesIn<Glossary>('locales/glossary');
/** What is written into the stores by hand: name and short description are the manifest's. */
export const stores: ReadonlyMap<string, Texts> = filesIn<Texts>('.github/store');
