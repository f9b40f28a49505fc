import type { TextLink } from '@/sandbox/site/app/data/content.ts';

const HOSTS = new Set(['civitai.com', 'www.civitai.com', 'civitai.red', 'www.civitai.red']);
const MAX_ID = 2_147_483_647;

function readId(text: string | null | undefined): number | undefined {
  if (!text || !/^[1-9]\d*$/.test(text)) return undefined;
  const id = Number(text);
  return id <= MAX_ID ? id : undefined;
}

/** What the anchors of a description lead to; only for texts whose writer left no list of it (site-facts.md 0). */
export function linksIn(anchors: Element[]): TextLink[] {
  return anchors.map(anchor => {
    const url = new URL(anchor.getAttribute('href') ?? '', location.href);
    if (url.protocol !== 'https:' || !HOSTS.has(url.hostname)) return null;
    const [, place, first, second] = url.pathname.split('/');
    const modelId = readId(first);
    if (place !== 'models' || modelId === undefined) return null;
    if (url.searchParams.has('dialog')) return null;
    if (['reviews', 'edit', 'wizard', 'model-versions'].includes(second ?? '')) return null;
    const versionId = readId(url.searchParams.get('modelVersionId'));
    return { modelId, ...(versionId === undefined ? {} : { versionId }) };
  });
}
