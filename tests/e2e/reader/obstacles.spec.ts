import { describe, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { ordinaryModel } from '@/tests/e2e/model-page/refusals.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { ON_SITE } from '@/tests/e2e/support/reader/dialog-texts.ts';
import { MENU, pressIn, reads, readsAt, type Text } from '@/tests/e2e/support/reader/reads.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';

const { permanentGate, earlyAccess, generationOnly, huge, noFiles, archived } = landmarks;

type Model = { modelId: number; versionIds: readonly number[] };

/** What the vault button of a model's first version says before it is pressed. */
const BUTTONS: [string, Model, string][] = [
  [
    'behind a gate',
    permanentGate,
    'Early access: v1.0 of For Buyers Only. This version is not in your vault. This version is in early access. It can’t be added until you have access to it.',
  ],
  [
    'behind a gate that ends',
    earlyAccess,
    'Early access: v2.0 of Early Bird. This version is not in your vault. This version is in early access. It can’t be added until you have access to it.',
  ],
  [
    'for the site’s generator alone',
    generationOnly,
    'Can’t be added: v2.0 of Generator Only. This version is not in your vault. This version can only be used on Civitai itself. It can’t be downloaded, so it can’t be added to a vault.',
  ],
  [
    'larger than the vault',
    huge,
    'Add to vault: won’t fit: v2.0 of Larger Than Any Vault. This version is not in your vault. It needs at least 1.49 TB. Free: 196.36 GB.',
  ],
  [
    'without files',
    noFiles,
    'Can’t be added: v3.0 of Empty Handed. This version is not in your vault. This version has no files. There is nothing to add yet.',
  ],
  ['archived', archived, 'Add to vault: v2.0 of Archive Piece. This version is not in your vault.'],
];

/** The menu of a model's card, and the card once its versions are known. */
const CARDS: [string, number, Model, Text, RegExp][] = [
  [
    'behind a gate',
    1,
    permanentGate,
    [
      'dialog “For Buyers Only” · “In your vault: 0 of 1 version.”',
      /^button “Add v1\.0 · .+: early access\. Not in vault”/,
    ],
    /^button “Add v1\.0 .+: early access: v1\.0 of For Buyers Only/,
  ],
  [
    'larger than the vault',
    3,
    huge,
    [/^dialog “Larger Than Any Vault”/, /^button “Add v2\.0 · .+: won’t fit\. Not in vault”/],
    /^button “Add v2\.0 \(.+\): v2\.0 of Larger/,
  ],
];

describe('a reader’s text for the marks of what can’t be added, or not to every vault', () => {
  const stage = useStage({ member: 'second' });

  it.each(BUTTONS)('on the page of a version that is %s', async (_, model, text) => {
    const page = await openModel(stage.browser, model);
    await readsAt(page, { host: BUTTON, inside: '.button' }, `button “${text}”`);
  });

  it.each(CARDS)(
    'on the card of a model that is %s, and in its menu',
    async (_, collection, { modelId }, menu, text) => {
      const page = await goodPage(stage.browser, `/collections/${collection}`);
      await allMarked(page, () => vaultTruth(stage, 'second'), 4);
      const card = `span${ofModel(modelId)}`;
      await pressIn(page, card, '.button', 'ArrowDown');
      await reads(page, MENU, menu);
      await readsAt(page, { host: card, inside: '.button' }, text);
    },
  );

  it('on the page of a version that fits only with its smaller file', async () => {
    const { version, ...model } = ordinaryModel(stage, 1);
    version.files = version.files.flatMap(file => [
      { ...file, sizeKB: 250_000_000 },
      { ...file, id: file.id + 1_000_000, primary: false, sizeKB: 100_000 },
    ]);
    const page = await openModel(stage.browser, model);
    await readsAt(
      page,
      { host: BUTTON, inside: '.button' },
      /^button “Add to vault: may not fit: .+ of .+\. This version is not in your vault\. It may need 238\.42 GB\. Free: 196\.36 GB\.”$/,
    );
  });

  it('on the page of a version that Civitai has just refused', async () => {
    const { version, ...model } = ordinaryModel(stage, 0);
    const page = await openModel(stage.browser, model);
    version.files = [];
    await clickCentre(page, BUTTON);
    await reads(page, { host: '[data-vaulted-ui="toast"]', inside: '.toast' }, ON_SITE.refused);
    // Where the pointer rests, its tooltip is read as well.
    await page.mouse.move(0, 0);
    await readsAt(
      page,
      { host: BUTTON, inside: '.button' },
      /^button “Not added: .+ of .+\. This version has no files\. There is nothing to add yet\. Try again when .+ a file\.” \[focused\]$/,
    );
  });
});
