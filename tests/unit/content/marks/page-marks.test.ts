// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models" }
import { beforeEach, describe, expect, it } from 'vitest';
import { FIXTURES } from '@/tests/unit/content/surfaces/fixtures';
import { signedIn } from '@/tests/unit/content/vault-client/fake-client';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';
import { drawn, knowModel, page, resetWorld, said, show, sources, startPage, world } from './page-stage';

beforeEach(resetWorld);

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
    page.marks.update();
    page.marks.update();
    expect(said().map(([state]) => state)).toEqual(['in', 'out']);
    expect(drawn()[0]?.dataset.vaultedCount).toBe('2');
  });

  it('are the last child of the card, and its id stays as it is', () => {
    show(FIXTURES.card);
    const root = document.getElementById('lYRap15w');
    expect(root?.lastElementChild?.getAttribute('data-vaulted-kind')).toBe('card');
    expect(drawn()).toHaveLength(1);
  });

  it('mark links in text by attributes alone, and leave nothing behind', () => {
    const [link] = show(FIXTURES.text);
    knowModel(12);
    page.marks.update();
    expect(said()).toEqual([['out', '12', undefined]]);
    expect(link?.textContent).toBe('X');
    expect(link?.hasAttribute('aria-label')).toBe(false);
    page.marks.clear();
    expect(link?.getAttributeNames()).toEqual(['href']);
  });

  it('wait for the first answer about them, and then follow every change of them alone', () => {
    let isWaiting = true;
    const given = sources();
    startPage({ ...given, client: { ...given.client, isAwaited: () => isWaiting } });
    show(FIXTURES.card + FIXTURES.text);
    expect(drawn()).toEqual([]);
    isWaiting = false;
    knowModel(12, 'in');
    const [model] = [12].filter(isModelId);
    page.marks.update({ versionIds: [], modelIds: [] });
    expect(drawn()).toEqual([]);
    page.marks.update({ versionIds: [], modelIds: model === undefined ? [] : [model] });
    expect(said()).toEqual([
      ['in', '12', undefined],
      ['in', '12', undefined],
    ]);
    knowModel(12, 'failed');
    page.marks.update({ versionIds: [900].filter(isVersionId), modelIds: [] });
    expect(said().map(([state]) => state)).toEqual(['failed', 'failed']);
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
    page.marks.update();
    expect(drawn()).toEqual([]);
    world.connection = signedIn;
    const hidden: Settings = { ...DEFAULT_SETTINGS, hidden: ['cards'] };
    world.settings = hidden;
    page.marks.update();
    expect(drawn().map(({ localName }) => localName)).toEqual(['a']);
  });

  it('count the links that have no place', () => {
    show(FIXTURES.card + FIXTURES.stranger);
    expect(page.marks.describe()).toEqual({ marked: 2, models: [12, 12], unknownPlaces: 1 });
  });
});
