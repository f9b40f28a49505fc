import { describe, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';

const { wai } = landmarks;
const version = wai.versionIds[0];
/** The places of quiet.spec.ts, which checks them in Chromium: there they are left to it. */
const quiet = [
  ['the feed', '/models', 12],
  ['a picture', `/images/${version}0`, 2],
  ['a profile', '/user/studio_1', 3],
] as const;
const quietInDetail = [
  ['a creator’s shop', '/user/studio_1/shop', 4],
  ['an article', '/articles/1', 8],
  ['a challenge', '/challenges/1', 14],
  ['an ecosystem', '/ecosystems/illustrious', 9],
  ['downloads', '/user/downloads', 5],
  ['the vault page', '/user/vault', 10],
] as const;
const search = [['search', '/search/models', 12]] as const;
const more = [
  ['the home page', '/', 6],
  ['a tag', '/tag/character', 4],
  ['a collection', '/collections/3', 4],
  ['a collection that is being reviewed', '/collections/3/review', 4],
  ['a creator’s models', '/user/studio_1/models', 2],
  ['a post', `/posts/${version}`, 2],
  ['a post that is being written', `/posts/${version}/edit`, 10],
  ['a review', `/reviews/${version}1`, 1],
  ['auctions', '/auctions', 12],
  ['a bounty', '/bounties/1', 5],
  ['a model page', `/models/${wai.modelId}`, 3],
] as const;
/** `npm test` shares them out; `npm run test:all` has all of them in both browsers. */
const shortRun = browserName === 'chromium' ? [...search, ...more] : [...search, ...quiet];
const places = everyCase ? [...search, ...quiet, ...quietInDetail, ...more] : shortRun;

/** Both domains where the whole suite runs, and with it each place of the table on both. */
const domains = everyCase ? ['civitai.com', 'civitai.red'] : ['civitai.com'];

describe.each(domains)('on %s every model and version that a page shows has one right mark', domain => {
  const stage = useStage({ member: 'small' });

  it.each(places)('on %s', async (_name, path, fewest) => {
    const page = await goodPage(stage.browser, `https://${domain}${path}`);
    await allMarked(page, () => vaultTruth(stage, 'small'), fewest);
    await expectClean(stage.browser, page);
  });
});
