import type { WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';

/** What a link in a text leads to; null: to no model. */
type Target = { modelId: number; versionId?: number } | null;

/** A text and what its anchors lead to, in their order. */
export type Text = { html: string; links: Target[] };

/** Collects links while a text is written: they need not be read out of it again. */
export function createTextWriter(world: World) {
  const links: Target[] = [];
  const write = (href: string, text: string, target: Target) => {
    links.push(target);
    return `<a href="${href}" rel="ugc nofollow" target="_blank">${text}</a>`;
  };
  const nameOf = (version: WorldVersion) => world.catalogue.findModel(version.modelId)?.name ?? '';
  const escapeHtml = (text: string) => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
  return {
    links,
    /** To a version, on `origin` (`''`: relative), with the model's slug or without. */
    version(version: WorldVersion, origin = 'https://civitai.com', { slug = true, tail = '' } = {}) {
      const href = origin + modelUrl(version.modelId, slug ? nameOf(version) : undefined, version.id) + tail;
      const text = `${escapeHtml(nameOf(version))} ${escapeHtml(version.name)}`;
      return write(href, text, { modelId: version.modelId, versionId: version.id });
    },
    /** To the model alone. */
    model(version: WorldVersion, origin = 'https://civitai.com') {
      const href = origin + modelUrl(version.modelId, nameOf(version));
      return write(href, escapeHtml(nameOf(version)), { modelId: version.modelId });
    },
    /** By the address that only names the version (site-facts.md 0). */
    short(version: WorldVersion) {
      const target = { modelId: version.modelId, versionId: version.id };
      return write(`https://civitai.com/model-versions/${version.id}`, escapeHtml(version.name), target);
    },
    /** Anywhere else. */
    other: (href: string, text: string) => write(href, text, null),
    finish: (html: string): Text => ({ html, links: [...links] }),
  };
}

/** `count` ordinary versions of different models, others for each `seed`. */
export function someVersions(world: World, seed: number, count: number): WorldVersion[] {
  const all = world.catalogue.ordinaryVersions();
  const found = new Map<number, WorldVersion>();
  for (let n = 0; found.size < count && n < all.length; n++) {
    const version = all[(seed * 53 + n * 29) % all.length];
    if (version && !found.has(version.modelId)) found.set(version.modelId, version);
  }
  return [...found.values()];
}
