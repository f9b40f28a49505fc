// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findSurface } from '@/entrypoints/civitai.content/surfaces/find-surface';
import { SURFACES } from '@/entrypoints/civitai.content/surfaces/table';
import { PLACES } from '@/utils/settings/settings';
import { FIXTURES } from './fixtures';

type Name = keyof typeof FIXTURES;

function linksIn(name: Name): HTMLAnchorElement[] {
  document.body.innerHTML = FIXTURES[name];
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
}

function find(name: Name) {
  const [link] = linksIn(name);
  if (!link) throw new Error(`${name} has no link`);
  return { link, found: findSurface(link) };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('which place a link is at', () => {
  it.each([
    ['card', 'model card', 'card'],
    ['showcase', 'showcase card', 'card'],
    ['resource', 'resources of an image', 'line'],
    ['recommended', 'recommended resources', 'row'],
    ['picker', 'resource picker', 'card'],
    ['shop', 'creator shop', 'card'],
    ['ecosystem', 'ecosystem page', 'card'],
    ['auction', 'auctions', 'row'],
    ['download', 'downloads', 'row'],
    ['challenge', 'rows of a short list', 'row'],
    ['collection', 'rows of a short list', 'row'],
    ['coverless', 'rows of a short list', 'row'],
    ['vaultCard', 'vault page, narrow', 'row'],
    ['queue', 'button that names a version', 'text'],
    ['text', 'text', 'text'],
    ['required', 'text', 'text'],
    ['iconBefore', 'text', 'text'],
    ['stranger', 'anywhere else', 'unknown-place'],
    ['blurred', 'anywhere else', 'unknown-place'],
  ] as const)('%s', (name, surface, kind) => {
    const { found } = find(name);
    const row = SURFACES.find(each => each === found?.surface);
    expect([row?.name, row?.kind]).toEqual([surface, kind]);
  });

  it.each(['notification', 'menu', 'back', 'backAround'] as const)('%s is left alone', name => {
    expect(find(name).found).toBeUndefined();
  });
});

describe('where the mark goes', () => {
  it('on a model card: the root, not inside the link, below the column of buttons', () => {
    const { link, found } = find('card');
    expect(found?.place?.host.id).toBe('lYRap15w');
    expect(link.contains(found?.place?.host ?? null)).toBe(false);
    expect(found?.place?.at).toEqual({ top: '82px', right: '8px' });
  });

  it('one button fewer, one step higher', () => {
    const [link] = linksIn('card');
    document.querySelector('[data-activity]')?.remove();
    expect(link && findSurface(link)?.place?.at).toEqual({ top: '44px', right: '8px' });
  });

  it('in a frame it is still the root', () => {
    document.body.innerHTML = `<div class="CosmeticWrapper__wrapper">${FIXTURES.card}</div>`;
    const link = document.querySelector('a');
    expect(link && findSurface(link)?.place?.host.id).toBe('lYRap15w');
  });

  it('where the card is the link, it is the link, below its menu', () => {
    const { link, found } = find('showcase');
    expect(found?.place).toEqual({ host: link, at: { top: '44px', right: '8px' } });
  });

  it.each(['resource', 'ecosystem'] as const)('two links of one %s share their place', name => {
    const hosts = linksIn(name).map(link => findSurface(link)?.place?.host);
    expect(hosts).toHaveLength(2);
    expect(hosts[0]).toBeDefined();
    expect(hosts[0]).toBe(hosts[1]);
  });

  it('at an unknown place, inside a link that is a box already, and nowhere else', () => {
    const { link, found } = find('stranger');
    expect(found?.place).toBeUndefined();
    Object.assign(link.style, { position: 'relative', display: 'inline' });
    expect(findSurface(link)?.place).toBeUndefined();
    link.style.display = 'block';
    expect(findSurface(link)?.place).toEqual({ host: link, at: { top: '4px', right: '4px' } });
  });

  it('in the picker and the shop it is outside of the link', () => {
    for (const name of ['picker', 'shop'] as const) {
      const { link, found } = find(name);
      expect(found?.place && link.contains(found.place.host)).toBe(false);
    }
  });
});

describe('the table', () => {
  it('every row says when it was last seen true, and what switches it off', () => {
    for (const { name, seen, group } of SURFACES) {
      expect([name, Number.isNaN(Date.parse(seen)), PLACES.includes(group)]).toEqual([name, false, true]);
    }
    expect(new Set(SURFACES.map(({ name }) => name)).size).toBe(SURFACES.length);
  });

  it('uses no class name with a hash', () => {
    for (const { link } of SURFACES) expect(link).not.toMatch(/module|__/);
  });
});
