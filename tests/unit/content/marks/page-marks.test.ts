// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models" }
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageMarks } from '@/entrypoints/civitai.content/marks/page-marks';
import type { OnDemandScript } from '@/entrypoints/civitai.content/on-demand/contract';
import type { ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { FIXTURES } from '@/tests/unit/content/surfaces/fixtures';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import type { Connection } from '@/utils/account/account';
import { isModelId, isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';
import type { ModelFact, VaultState } from '@/utils/vault/membership';

const world = {
  connection: signedIn as Connection,
  settings: DEFAULT_SETTINGS,
  versions: new Map<number, VaultState>(),
  models: new Map<number, ModelFact>(),
  requestVersions: vi.fn<(ids: readonly VersionId[]) => void>(),
  requestModels: vi.fn<(ids: readonly ModelId[]) => void>(),
  gaveUp: vi.fn(),
  load: vi.fn<() => Promise<OnDemandScript | undefined>>(),
};

function sources(): ViewSources {
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
  press: async () => {},
  openMenu: () => {},
  handleEarlyEvent: () => {},
  gaveUp: world.gaveUp,
};
const onDemand = { current: () => undefined, load: world.load };
let marks: ReturnType<typeof createPageMarks>;
let ending = new AbortController();

function show(html: string): HTMLAnchorElement[] {
  document.body.innerHTML = html;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
  marks.linksChanged({ links, removedMarks: [] });
  return links;
}
const drawn = () => [...document.querySelectorAll<HTMLElement>('[data-vaulted]')];
const said = () => drawn().map(({ dataset }) => [dataset.vaulted, dataset.vaultedModel, dataset.vaultedVersion]);

function knowModel(id: number, ...states: VaultState[]): void {
  const facts = states.flatMap((state, index) => {
    const versionId = 900 + index;
    return isVersionId(versionId) ? [{ versionId, state, asOf: 5 }] : [];
  });
  if (isModelId(id)) world.models.set(id, { modelId: id, inVault: facts.map(each => each.versionId), facts, asOf: 5 });
}

beforeEach(() => {
  Object.assign(world, { connection: signedIn, settings: DEFAULT_SETTINGS });
  world.versions.clear();
  world.models.clear();
  for (const spy of [world.requestVersions, world.requestModels, world.gaveUp]) spy.mockReset();
  ending.abort();
  ending = new AbortController();
  marks = createPageMarks(sources(), onDemand, ending.signal);
  world.load.mockImplementation(async () => script);
});

describe('page marks', () => {
  it('request a model for a card and a version for a row, once for two links', () => {
    show(FIXTURES.card + FIXTURES.resource);
    expect(world.requestModels).toHaveBeenLastCalledWith([12]);
    expect(world.requestVersions).toHaveBeenLastCalledWith([34]);
    expect(said()).toEqual([
      ['unknown', '12', undefined],
      ['unknown', '12', '34'],
    ]);
  });

  it('are a function of what is known, drawn again and never twice', () => {
    show(FIXTURES.card + FIXTURES.resource);
    knowModel(12, 'in', 'in', 'failed');
    world.versions.set(34, 'out');
    marks.update();
    marks.update();
    expect(said().map(([state]) => state)).toEqual(['in', 'out']);
    expect(drawn()[0]?.dataset.vaultedCount).toBe('2');
  });

  it('are the last child of the card, and its id stays as it is', () => {
    show(FIXTURES.card);
    const root = document.getElementById('lYRap15w');
    expect(root?.lastElementChild?.localName).toBe('vaulted-mark');
    expect(drawn()).toHaveLength(1);
  });

  it('follow a link that changes in place, on the same element', () => {
    const [link] = show(FIXTURES.card);
    knowModel(77, 'pending');
    const [before] = drawn();
    link?.setAttribute('href', '/models/77/other');
    marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(said()).toEqual([['pending', '77', undefined]]);
    expect(drawn()[0]).toBe(before);
    link?.setAttribute('href', '/images/1');
    marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(drawn()).toEqual([]);
  });

  it('go when a card is emptied, and come back once when it is filled', () => {
    const [link] = show(FIXTURES.card);
    const content = link?.parentElement;
    const inside = [...(content?.childNodes ?? [])];
    content?.replaceChildren();
    marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(drawn()).toEqual([]);
    content?.replaceChildren(...inside);
    marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(drawn()).toHaveLength(1);
  });

  it('mark links in text by attributes alone, and leave nothing behind', () => {
    const [link] = show(FIXTURES.text);
    knowModel(12);
    marks.update();
    expect(said()).toEqual([['out', '12', undefined]]);
    expect(link?.textContent).toBe('X');
    expect(link?.hasAttribute('aria-label')).toBe(false);
    marks.clear();
    expect(link?.getAttributeNames()).toEqual(['href']);
  });

  it('stand there once where the page puts a card back that it has taken out', () => {
    const links = show(FIXTURES.card);
    const cards = [...document.body.children];
    document.body.replaceChildren();
    marks.linksChanged({ links, removedMarks: [] });
    document.body.replaceChildren(...cards);
    marks.linksChanged({ links, removedMarks: [] });
    expect(drawn()).toHaveLength(1);
    expect(document.querySelectorAll('vaulted-mark')).toHaveLength(1);
  });

  it('wait for the first answer about them, and then follow every change of them alone', () => {
    let isWaiting = true;
    const given = sources();
    marks.clear();
    marks = createPageMarks(
      { ...given, client: { ...given.client, isAwaited: () => isWaiting } },
      onDemand,
      ending.signal,
    );
    show(FIXTURES.card + FIXTURES.text);
    expect(drawn()).toEqual([]);
    isWaiting = false;
    knowModel(12, 'in');
    const [model] = [12].filter(isModelId);
    marks.update({ versionIds: [], modelIds: [] });
    expect(drawn()).toEqual([]);
    marks.update({ versionIds: [], modelIds: model === undefined ? [] : [model] });
    expect(said()).toEqual([
      ['in', '12', undefined],
      ['in', '12', undefined],
    ]);
    knowModel(12, 'failed');
    marks.update({ versionIds: [900].filter(isVersionId), modelIds: [] });
    expect(said().map(([state]) => state)).toEqual(['failed', 'failed']);
  });

  it('come back where the page removes them, a few times, and then stay away', async () => {
    show(FIXTURES.card);
    for (let n = 0; n < 30; n++) {
      const [host] = drawn();
      host?.remove();
      marks.linksChanged({ links: [], removedMarks: host ? [host] : [] });
      if (n === 0) expect(drawn()).toHaveLength(1);
    }
    marks.update();
    expect(drawn()).toEqual([]);
    await vi.waitFor(() => expect(world.gaveUp).toHaveBeenCalledTimes(1));
  });

  it('leave a link of text alone where the page keeps taking its style away', async () => {
    const [link] = show(FIXTURES.text);
    if (!link) throw new Error('no link');
    for (let time = 0; time < 10; time += 1) {
      link.removeAttribute('data-vaulted');
      marks.linksChanged({ links: [link], removedMarks: [] });
      expect(link.hasAttribute('data-vaulted')).toBe(true);
    }
    link.removeAttribute('data-vaulted');
    marks.linksChanged({ links: [link], removedMarks: [] });
    expect(link.hasAttribute('data-vaulted')).toBe(false);
    await vi.waitFor(() => expect(world.gaveUp).toHaveBeenCalledTimes(1));
  });

  it('load the on-demand script where an image names its recipe, and nowhere else by themselves', () => {
    show(FIXTURES.card + FIXTURES.text);
    expect(world.load).not.toHaveBeenCalled();
    show(FIXTURES.resource);
    expect(world.load).toHaveBeenCalled();
  });

  it('are for signed-in users, at the places they want', () => {
    show(FIXTURES.card + FIXTURES.text);
    world.connection = { kind: 'signed-out' };
    marks.update();
    expect(drawn()).toEqual([]);
    world.connection = signedIn;
    const hidden: Settings = { ...DEFAULT_SETTINGS, hidden: ['cards'] };
    world.settings = hidden;
    marks.update();
    expect(drawn().map(({ localName }) => localName)).toEqual(['a']);
  });

  it('count the links that have no place', () => {
    show(FIXTURES.card + FIXTURES.stranger);
    expect(marks.describe()).toEqual({ marked: 2, unknownPlaces: 1 });
  });
});
