import { describe, expect, it } from 'vitest';
import { landmarks } from '../../sandbox/landmarks.ts';
import { allMarked } from './support/shown.ts';
import { browserName, useStage } from './support/stage.ts';
import { vaultTruth } from './support/vault-truth.ts';

const { wai } = landmarks;
/** The places of `npm test` in Firefox; all of them with `npm run test:all`, and always in Chromium. */
const isEverything = browserName === 'chromium' || process.env.VAULTED_EVERY_CASE === '1';

const everywhere = [
  ['the feed', '/models', 12],
  ['search', '/search/models', 12],
  ['a picture', `/images/${wai.versionIds[0]}0`, 2],
  ['a profile', '/user/studio_1', 3],
] as const;
const more = [
  ['the home page', '/', 6],
  ['a tag', '/tag/character', 4],
  ['a collection', '/collections/3', 4],
  ['a creator’s models', '/user/studio_1/models', 2],
  ['a creator’s shop', '/user/studio_1/shop', 4],
  ['a post', `/posts/${wai.versionIds[0]}`, 2],
  ['an article', '/articles/1', 8],
  ['a review', `/reviews/${wai.versionIds[0]}1`, 1],
  ['auctions', '/auctions', 12],
  ['a challenge', '/challenges/1', 14],
  ['an ecosystem', '/ecosystems/illustrious', 9],
  ['a bounty', '/bounties/1', 5],
  ['downloads', '/user/downloads', 5],
  ['the vault page', '/user/vault', 10],
  ['a model page', `/models/${wai.modelId}`, 3],
] as const;

describe('every model and version that a page shows has one right mark', () => {
  const stage = useStage({ member: 'small' });

  it.each([...everywhere, ...(isEverything ? more : [])])('on %s', async (_name, path, fewest) => {
    const page = await stage.browser.newPage(path);
    await allMarked(page, () => vaultTruth(stage, 'small'), fewest);
    expect(stage.browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
  });
});
