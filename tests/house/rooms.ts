import type { Source } from './sources';

/**
 * The rooms of an entry point, top first: a file imports from its own room and from those below it. A file that stands in the folder
 * itself is a room of its own.
 */
export const ROOMS: Record<string, readonly string[]> = {
  'entrypoints/civitai.content': [
    'index.ts',
    'start.ts',
    'start-on-demand.ts',
    'model-page',
    'recipe',
    'menu',
    'marks',
    'actions',
    'on-demand',
    'views',
    'vault-client',
    'site',
    'presses',
    'surfaces',
    'dom',
  ],
  'entrypoints/background': [
    'index.ts',
    'services.ts',
    'anywhere',
    'toolbar',
    'messages',
    'tabs',
    'removal',
    'history',
    'page-budget',
    'radar',
    'mirror',
    'vault',
    'availability',
    'account',
    'api',
    'storage',
    'timing',
  ],
};

const roomOf = (path: string, folder: string) => path.slice(folder.length + 1).split('/')[0] ?? '';

/** A sentence for every import upwards, for every file in no room, and for every room without a file. */
export function upwards(sources: readonly Source[], folder: string, order: readonly string[]): string[] {
  const inside = sources.filter(({ path }) => path.startsWith(`${folder}/`));
  const used = new Set(inside.map(({ path }) => roomOf(path, folder)));
  const homeless = [...used].filter(room => !order.includes(room));
  const up = inside.flatMap(({ path, imports }) => {
    const own = roomOf(path, folder);
    const isAbove = (room: string) => order.includes(room) && order.indexOf(room) < order.indexOf(own);
    return imports
      .filter(({ to }) => to.startsWith(`${folder}/`) && isAbove(roomOf(to, folder)))
      .map(({ to }) => `${path} imports ${to}: ${own} is below ${roomOf(to, folder)}`);
  });
  return [
    ...homeless.map(room => `${folder}/${room} has no place in the order of rooms`),
    ...order.filter(room => !used.has(room)).map(room => `${folder}/${room} is in the order of rooms, but not there`),
    ...up,
  ];
}
