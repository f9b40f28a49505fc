import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { createWorld } from '@/sandbox/create-world.ts';
import { ask, askDocument } from './ask.ts';

const world = createWorld();
const { wai, mature, softDeleted, unpublishedModel, archived, emptySlug } = landmarks;

describe('addresses (site-facts.md 0, B.2)', () => {
  it.each([
    [`/models/${wai.modelId}`, 308, `/models/${wai.modelId}/wai-illustrious-sdxl`],
    [`/models/${wai.modelId}?modelVersionId=1`, 307, `/models/${wai.modelId}/wai-illustrious-sdxl?modelVersionId=1`],
    [`/models/${wai.modelId}/wrong`, 307, `/models/${wai.modelId}/wai-illustrious-sdxl`],
    [`/model-versions/${wai.versionIds[3]}`, 308, `/models/${wai.modelId}?modelVersionId=${wai.versionIds[3]}`],
  ])('%s is %i to %s', async (from, status, to) => {
    const answer = await ask(world, from);
    expect(answer.status).toBe(status);
    expect(answer.headers.location).toBe(to);
  });

  it('leaves a name without a slug alone', async () => {
    expect((await ask(world, `/models/${emptySlug.modelId}`)).status).toBe(200);
  });

  it.each(['/nowhere', '/models/1e3', '/models/abc', '/models/99999999999', '/model-versions/1999999999'])(
    '%s is a 404 page inside #__next',
    async path => {
      const { status, document } = await askDocument(world, path);
      expect(status).toBe(404);
      expect(document.querySelector('#__next h1')?.textContent).toBe('404');
    },
  );

  it('serves the icon that browsers ask for by themselves', async () => {
    expect((await ask(world, '/favicon.ico')).status).toBe(200);
  });

  it('sends visitors of the vault page to the login', async () => {
    const answer = await ask(world, '/user/vault');
    expect([answer.status, answer.headers.location]).toEqual([307, '/login']);
    const own = await askDocument(world, '/user/vault', { account: 'small' });
    expect(own.document.querySelectorAll('tbody tr')).toHaveLength(42);
  });
});

describe('pages without the usual content (site-facts.md B.5)', () => {
  it('shows mature models on .red only', async () => {
    const gated = await askDocument(world, `/models/${mature.modelId}/mature-study`);
    expect(gated.document.querySelector('main')?.textContent).toContain('civitai.red');
    expect(gated.document.querySelector('button[aria-label="Scroll versions left"]')).toBeNull();
    const shown = await askDocument(world, `/models/${mature.modelId}/mature-study`, {
      host: 'civitai.red',
      account: 'small',
    });
    expect(shown.document.querySelector('button[aria-label="Scroll versions left"]')).not.toBeNull();
    expect(shown.document.body.className).toBe('dark red');
  });

  it('says that a deleted model was removed by its owner', async () => {
    const { document } = await askDocument(world, `/models/${softDeleted.modelId}/removed-by-its-owner`);
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('This resource has been removed by its owner');
  });

  it('gives nothing of an unpublished model away', async () => {
    const { html } = await askDocument(world, `/models/${unpublishedModel.modelId}/withdrawn`);
    expect(html).not.toContain(String(unpublishedModel.versionIds[0]));
    const { status } = await ask(world, `/api/trpc/model.getById?input={"json":{"id":${unpublishedModel.modelId}}}`);
    expect(status).toBe(404);
  });

  it('says that an archived model is archived', async () => {
    const { document } = await askDocument(world, `/models/${archived.modelId}/archive-piece`);
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('archived');
  });
});
