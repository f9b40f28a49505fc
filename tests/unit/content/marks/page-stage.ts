import { vi } from 'vitest';
import { createPageMarks } from '@/entrypoints/civitai.content/marks/page-marks';
import type { OnDemandScript } from '@/entrypoints/civitai.content/on-demand/contract';
import type { ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import type { Connection } from '@/utils/account/account';
import { isModelId, isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import type { ModelFact, VaultState } from '@/utils/vault/membership';

/** What the client of the page knows, and what was asked of it. */
export const world = {
  connection: signedIn as Connection,
  settings: DEFAULT_SETTINGS,
  versions: new Map<number, VaultState>(),
  models: new Map<number, ModelFact>(),
  requestVersions: vi.fn<(ids: readonly VersionId[]) => void>(),
  requestModels: vi.fn<(ids: readonly ModelId[]) => void>(),
  gaveUp: vi.fn(),
  load: vi.fn<() => Promise<OnDemandScript | undefined>>(),
};

/** What the marks are drawn from. */
export function sources(): ViewSources {
  const refused = async () => ({ ok: false, problem: { kind: 'unexpected' } }) as const;
  const client = fakeClient({
    connection: () => world.connection,
    settings: () => world.settings,
    fact(versionId) {
      const state = world.versions.get(versionId);
      return state && { versionId, state, asOf: Date.now() };
    },
    model: modelId => world.models.get(modelId),
    requestVersions: world.requestVersions,
    requestModels: world.requestModels,
  });
  const lookUps = {
    versionsOf: () => undefined,
    availabilityOf: () => undefined,
    model: refused,
    version: refused,
    target: async () => undefined,
  };
  return { client, lookUps, intents: { overlay: (_id, fact) => fact } };
}

/** The on-demand script, once it is loaded. */
const script: OnDemandScript = {
  urlChanged: () => {},
  linksChanged: () => {},
  update: () => {},
  describe: () => ({ versions: 0, inVault: 0 }),
  overlay: (_id, fact) => fact,
  press: () => {},
  addMore: () => {},
  handleEarlyEvent: () => {},
  gaveUp: world.gaveUp,
  say: () => {},
};
const onDemand = { current: () => undefined, load: world.load };
/** The marks of the page that a test is about. */
export const page = {
  marks: createPageMarks(sources(), onDemand, noAttention, AbortSignal.abort()),
  end: new AbortController(),
};

/** Begins a page on which nothing is known; `given` replaces what its marks are drawn from. */
export function startPage(given: ViewSources = sources()): void {
  page.end.abort();
  page.end = new AbortController();
  page.marks = createPageMarks(given, onDemand, noAttention, page.end.signal);
}

/** Forgets everything that an earlier test has left behind. */
export function resetWorld(): void {
  Object.assign(world, { connection: signedIn, settings: DEFAULT_SETTINGS });
  world.versions.clear();
  world.models.clear();
  for (const spy of [world.requestVersions, world.requestModels, world.gaveUp]) spy.mockReset();
  world.load.mockImplementation(async () => script);
  startPage();
}

/** Puts the markup into the page, as if all of its links had just come. */
export function show(html: string): HTMLAnchorElement[] {
  document.body.innerHTML = html;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
  page.marks.linksChanged({ links, removedMarks: [] });
  return links;
}
/** Everything that carries a state. */
export const drawn = () => [...document.querySelectorAll<HTMLElement>('[data-vaulted]')];
/** State, model and version of each. */
export const said = () => drawn().map(({ dataset }) => [dataset.vaulted, dataset.vaultedModel, dataset.vaultedVersion]);

/** The worker has said that these versions of the model are in the vault. */
export function knowModel(id: number, ...states: VaultState[]): void {
  const facts = states.flatMap((state, index) => {
    const versionId = 900 + index;
    return isVersionId(versionId) ? [{ versionId, state, asOf: 5 }] : [];
  });
  if (isModelId(id)) world.models.set(id, { modelId: id, inVault: facts.map(each => each.versionId), facts, asOf: 5 });
}
