import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { createWorld } from '@/sandbox/create-world.ts';
import { ask, askDocument } from './ask.ts';

const { wai } = landmarks;
const WAI = `/models/${wai.modelId}/wai-illustrious-sdxl`;
function slugOf(world: ReturnType<typeof createWorld>): string {
  const name = world.catalogue.findModel(landmarks.singleVersion.modelId)?.name ?? '';
  return name.toLowerCase().replaceAll(' ', '-');
}

describe('what else is in the markup', () => {
  it('says light in the document and no vault button before access is known', async () => {
    const { html, document } = await askDocument(createWorld(), WAI, { account: 'small' });
    expect(html).toContain('<html lang="en" data-mantine-color-scheme="light">');
    expect(document.querySelector('#main > .scroll-area')).not.toBeNull();
    expect(document.querySelector('button[aria-label="Share"]')).not.toBeNull();
    expect(document.querySelector('button[aria-label$="Vault"]')).toBeNull();
    expect(document.querySelector(`a[href^="/api/download/models/${wai.versionIds[0]}"]`)).toBeNull();
  });

  it('names the version in the AIR, the reviews and the recommendations', async () => {
    const { document } = await askDocument(createWorld(), WAI, { account: 'small' });
    const air = [...document.querySelectorAll('code')].map(code => code.textContent);
    expect(air).toEqual(['civitai:', String(wai.modelId), '@', String(wai.versionIds[0])]);
    expect(
      document.querySelector(`a[href="/models/${wai.modelId}/reviews?modelVersionId=${wai.versionIds[0]}"]`),
    ).not.toBeNull();
    const recommended = document.querySelectorAll('a.mantine-Card-root[data-activity="follow-recommendation:details"]');
    expect(recommended.length).toBeGreaterThan(0);
    for (const row of recommended) expect(row.getAttribute('href')).toMatch(/^\/models\/\d+.*\?modelVersionId=\d+$/);
  });

  it('has what a second look at the site showed: an icon beside words, a link to a dialog, a price', async () => {
    const world = createWorld();
    const { document } = await askDocument(world, WAI, { account: 'small' });
    const required = document.querySelector('a.mantine-Anchor-root > .mantine-Group-root');
    expect([...(required?.childNodes ?? [])].map(({ nodeName }) => nodeName.toLowerCase())).toEqual(['#text', 'svg']);
    expect(document.querySelector('a[href*="?dialog="]')?.getAttribute('href')).toMatch(
      /^\/models\/\d+\/.*dialog=hidden/,
    );
    expect(document.querySelector('.price-badge')).toBeNull();
    const gated = await ask(world, `/models/${landmarks.permanentGate.modelId}`, { account: 'small' });
    const page = await askDocument(world, String(gated.headers.location), { account: 'small' });
    expect(page.document.querySelector('.price-badge')?.textContent).toContain('100');
  });

  it('has no AIR for visitors and no review link without reviews', async () => {
    const world = createWorld();
    const unreviewed = world.catalogue.ordinaryVersions().find(({ id }) => id % 7 === 0);
    const to = `/models/${unreviewed?.modelId}?modelVersionId=${unreviewed?.id}`;
    const { headers } = await ask(world, to);
    const { document } = await askDocument(world, String(headers.location ?? to));
    expect(document.querySelector('h1')?.textContent).toBe(world.catalogue.findModel(unreviewed?.modelId ?? 0)?.name);
    expect(document.querySelector('code')).toBeNull();
    expect(document.querySelector('a[href*="/reviews?"]')).toBeNull();
  });

  it('has links with ids that are none on one model, and links to other hosts on another', async () => {
    const world = createWorld();
    const bad = await askDocument(world, `/models/${landmarks.singleVersion.modelId}/${slugOf(world)}`);
    for (const id of ['99999999999', '0', '-1', '1e3', '1,abc']) expect(bad.html).toContain(`modelVersionId=${id}"`);
    const { html } = await askDocument(world, WAI);
    expect(html).toContain('href="https://civitai.red/models/');
    expect(html).toContain('href="https://example.com/models/');
  });

  it('hashes module names anew for every process, in the pattern of the bundler', async () => {
    const { html } = await askDocument(createWorld(), WAI);
    expect(html).toMatch(/ModelVersionList-module-scss-module__[\w-]{6}__scrollArea/);
  });

  it('has no card before hydration', async () => {
    const { document } = await askDocument(createWorld(), '/models');
    expect(document.querySelector('button[aria-label="More options"]')).toBeNull();
  });
});
