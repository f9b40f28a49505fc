import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { WorldModel } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';

/** Ids that are none, as creators type them. No client may ever send them to the API. */
const BAD_IDS = ['0', '-1', '1e3', '0x10', '99999999999', '1,abc', '', '1830401.5', '%31830401'];

function anchor(href: string, text: string): string {
  return `<a href="${href}" rel="ugc" target="_blank">${text}</a>`;
}

/** Links as creators write them into a description: absolute, on any of the domains (site-facts.md 0, A.1). */
function domainLinks(world: World): string {
  const [first, second] = world.catalogue.ordinaryVersions().slice(20);
  if (!first || !second) return '';
  const links = [
    anchor(`https://civitai.red/models/${first.modelId}?modelVersionId=${first.id}`, 'on the red site'),
    anchor(`https://www.civitai.com/models/${second.modelId}`, 'without a version'),
    anchor('https://developer.civitai.com/site/reference/vault', 'documentation'),
    anchor(`https://example.com/models/${first.modelId}?modelVersionId=${first.id}`, 'another site'),
    anchor('/models/license/1830401', 'licence'),
    anchor('/3d-models/1830401/a-chair', 'a 3D model'),
  ];
  return `<p>See ${links.join(', ')}, or the raw link https://civitai.com/models/${first.modelId}?modelVersionId=${first.id}.</p>`;
}

function badLinks(): string {
  const { modelId } = landmarks.earlyAccess;
  const versions = BAD_IDS.map(id =>
    anchor(`https://civitai.com/models/${modelId}?modelVersionId=${id}`, `version “${id}”`),
  );
  const models = BAD_IDS.map(id => anchor(`/models/${id}?modelVersionId=${id}`, `model “${id}”`));
  return `<p>Links that lead nowhere: ${[...versions, ...models].join(', ')}.</p>`;
}

/** Added to a model's own description: links to other domains on `wai`, bad ids on `singleVersion`. */
export function linksOf(world: World, model: WorldModel): string {
  if (model.id === landmarks.wai.modelId) return domainLinks(world);
  if (model.id === landmarks.singleVersion.modelId) return badLinks();
  return '';
}
