import { html, json } from '@/tests/unit/background/api/fake-fetch';

/** How the site treats a model; each has one version, whose id is a million more. */
export type Kind = 'open' | 'gone' | 'mature' | 'archived' | 'poi' | 'unrated' | 'private' | 'unpublished';

export const VERSION_OF_MODEL = 1_000_000;

type State = {
  kinds: Map<number, Kind>;
  /** All of it fails. */
  outage?: 'html' | 'error' | 'limited' | 'region' | 'blocked' | undefined;
  /** Mature models are hidden from this region, the version's own look-up included where `isStrict`. */
  region?: 'mild' | 'strict' | undefined;
  /** A list of more models than this is larger than may be read. */
  readable: number;
};

/** The public endpoints as they are (site-facts.md G), for models of one version each. */
export function createFakeCatalogue(kinds: Map<number, Kind>) {
  const state: State = { kinds, readable: 100 };
  const kindOf = (id: number): Kind => state.kinds.get(id) ?? 'gone';
  const isHidden = (id: number) => state.region !== undefined && kindOf(id) === 'mature';
  const isListed = (id: number) => ['open', 'mature', 'archived'].includes(kindOf(id)) && !isHidden(id);
  const isMini = (id: number) =>
    !['gone', 'unpublished'].includes(kindOf(id)) && !(state.region === 'strict' && isHidden(id));
  const respond = (url: URL): Response => {
    const outage = answerOfOutage(state.outage);
    if (outage) return outage;
    const path = url.pathname.replace('/api/v1/', '');
    if (path === 'models') return listOf(state, url, isListed, kindOf);
    const id = Number(path.split('/').at(-1));
    if (path.startsWith('models/')) {
      return isListed(id) ? json(modelOf(id, kindOf(id))) : json({ error: `No model with id ${id}` }, 404);
    }
    const modelId = id - VERSION_OF_MODEL;
    return isMini(modelId)
      ? json({ versionName: 'v1', modelName: `Model ${modelId}`, size: 100 })
      : json({ error: 'Model not found' }, 404);
  };
  return Object.assign(state, { respond });
}

function answerOfOutage(outage: State['outage']): Response | undefined {
  if (outage === 'html') return html(404);
  if (outage === 'error') return json({ error: 'down' }, 503);
  if (outage === 'limited') return json({ error: 'slow down' }, 429, { 'retry-after': '60' });
  if (outage === 'region') return json({ error: 'Civitai is not available in your region' }, 451);
  return outage === 'blocked' ? json({ error: 'no' }, 403) : undefined;
}

function listOf(state: State, url: URL, isListed: (id: number) => boolean, kindOf: (id: number) => Kind): Response {
  const ids = (url.searchParams.get('ids') ?? '').split(',').map(Number);
  if (ids.length > state.readable) return json({ filler: 'x'.repeat(9 * 1024 * 1024) });
  const isAsked = url.searchParams.get('nsfw') === 'true' && url.searchParams.get('archived') === 'true';
  const shown = ids.filter(id => isAsked && isListed(id));
  return json({ items: shown.map(id => modelOf(id, kindOf(id))), metadata: {} });
}

function modelOf(id: number, kind: Kind) {
  const version = { id: id + VERSION_OF_MODEL, name: 'v1', baseModel: 'SDXL 1.0', availability: 'Public', files: [] };
  return {
    id,
    name: `Model ${id}`,
    nsfw: kind === 'mature',
    ...(kind === 'archived' && { mode: 'Archived' }),
    modelVersions: [version],
  };
}
