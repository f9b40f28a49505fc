import { type CivitaiTarget, linkedVersion, parseModelLink } from './civitai-url';
import { readModelId, readVersionId } from './ids';
import { siteLinks } from './site-links';

/** No address or AIR of the site is longer: what the user selects may be a whole book. */
const LONGEST = 2_000;
/** `urn:air:sdxl:checkpoint:civitai:827184@2514310`, and what is left of it where the middle is left out. */
const AIR = /^(?:(?:urn:)?air:(?:[\w.-]+:){0,3}?civitai:|civitai:)?(\d+)@(\d+)$/i;

/**
 * The model or version that a text names: a link to it, an AIR, `model@version`, or a version's id alone. `undefined`: it names none. A
 * selected text may be anything, so only the whole of it counts.
 */
export function readTarget(text: string): CivitaiTarget | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const air = AIR.exec(trimmed);
  if (air) {
    const [modelId, versionId] = [readModelId(air[1]), readVersionId(air[2])];
    return modelId === undefined || versionId === undefined ? undefined : { modelId, versionId };
  }
  const versionId = readVersionId(trimmed);
  return versionId === undefined ? readLink(trimmed) : { versionId };
}

/** What a whole address names; `civitai.com/models/12` counts without its `https://`, too. */
export function readLink(text: string): CivitaiTarget | undefined {
  const href = /^https?:\/\//i.test(text) ? text.replace(/^http:/i, 'https:') : `https://${text}`;
  const target = parseModelLink(href, siteLinks.home);
  if (target) return target;
  const versionId = linkedVersion(href, siteLinks.home);
  return versionId === undefined ? undefined : { versionId };
}
