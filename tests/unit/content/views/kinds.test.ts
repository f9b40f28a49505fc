import { expect, it } from 'vitest';
import { judgeReAdd } from '@/components/failed/judge-re-add';
import { viewOfButton } from '@/entrypoints/civitai.content/views/button-view';
import { choicesOf } from '@/entrypoints/civitai.content/views/choices';
import { viewOfVersion } from '@/entrypoints/civitai.content/views/mark-view';
import { markWords } from '@/entrypoints/civitai.content/views/mark-words';
import { viewOfMenu } from '@/entrypoints/civitai.content/views/menu-view';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { knownItem, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { plain } from '@/tests/unit/support/plain';
import { fail, ok } from '@/utils/problem';
import { describeAvailability, describeRemovalRisk } from '@/utils/sentences/obstacle-sentences';
import type { VersionFact } from '@/utils/vault/membership';
import type { Availability } from '@/utils/vault/version-availability';
import { candidatesOf, groupOf, withAvailability } from '@/utils/vault-view/removal';

const item = knownItem(1, { status: 'Failed', failures: 4, modelSizeKb: 1_000 });
const { modelVersionId: versionId, modelId } = item;
const out: VersionFact = { versionId, state: 'out', asOf: NOW };
const moment = { now: NOW, isOnline: true };
const refused = async () => fail({ kind: 'unexpected' });

/** What each place says of a version of that kind, and what it proposes: out of the vault in the first three, in it in the others. */
function places(availability: Availability) {
  const named = { modelId, modelName: 'Amber', versionId, versionName: 'v1', availability };
  const sources = {
    client: fakeClient({ fact: () => out }),
    lookUps: {
      versionsOf: () => ({ modelId, modelName: 'Amber', versions: [named] }),
      availabilityOf: () => undefined,
      model: refused,
      version: refused,
      target: async () => undefined,
    },
    intents: { overlay: (_id: unknown, fact: VersionFact | undefined) => fact },
  };
  const marked = { target: { modelId }, name: 'Amber' };
  const [row] = viewOfMenu(sources, marked, moment).items;
  const [choice] = choicesOf(sources, marked);
  const answer = ok({ versionId, availability, sizeKb: 1_000 });
  const asked = withAvailability(candidatesOf([item]), new Map([[versionId, answer]]));
  return {
    card: plain(viewOfVersion({ versionId }, out, named, moment).label),
    page: plain(viewOfButton(named, out, undefined, moment).label),
    menu: `${row?.action}${choice?.isDefault ? ', chosen' : choice?.canAdd ? ', to choose' : ''}`,
    popup: judgeReAdd(item, undefined, answer, ok(snapshotWith({ isOwnerFresh: true })), NOW).kind,
    vaultPage: describeAvailability(availability),
    dialog: describeRemovalRisk(availability).canReturn ? 'returns' : 'last',
    bulk: asked.map(each => `${groupOf(each)}${each.isTicked ? ', ticked' : ''}`).join(),
  };
}

const LAST = { popup: 'unsafe', dialog: 'last', bulk: 'last' } as const;
const REFUSED = { ...LAST, page: 'Can’t be added', menu: 'Can’t be added' };
const ADDED = { card: 'Add v1', page: 'Add to vault' };

const TABLE: { readonly [Kind in Availability]: Partial<ReturnType<typeof places>> } = {
  everyone: {
    ...ADDED,
    menu: 'Add, chosen',
    popup: 'safe',
    dialog: 'returns',
    bulk: 'returns, ticked',
    vaultPage: 'Civitai still offers this version to all users.',
  },
  archived: {
    ...LAST,
    ...ADDED,
    menu: 'Add, chosen',
    vaultPage: 'This model is archived: Civitai no longer offers it for download.',
  },
  'early-access': {
    ...LAST,
    card: 'Add v1: early access',
    page: 'Add to vault: early access',
    menu: 'Add, to choose',
    vaultPage: 'This version is in early access.',
  },
  private: { ...LAST, ...ADDED, menu: 'Add, to choose', vaultPage: 'This version is private.' },
  'generation-only': {
    ...REFUSED,
    card: 'Can’t be added: generation only',
    vaultPage: 'This version can only be used on Civitai itself.',
  },
  unpublished: {
    ...REFUSED,
    card: 'Can’t be added: unpublished',
    vaultPage: 'This version isn’t published right now.',
  },
  'no-files': { ...REFUSED, card: 'Can’t be added: without files', vaultPage: 'This version has no files.' },
  gone: { ...REFUSED, card: 'Can’t be added: no longer there', vaultPage: 'Civitai no longer has this version.' },
  'not-known': {
    ...LAST,
    ...ADDED,
    menu: 'Add, chosen',
    vaultPage: 'Vaulted couldn’t find out whether Civitai still offers this version.',
  },
};

it.each([
  'everyone',
  'archived',
  'early-access',
  'private',
  'generation-only',
  'unpublished',
  'no-files',
  'gone',
  'not-known',
] as const)('a version that is %s has the right group, words and default in every place', kind => {
  expect(places(kind)).toEqual(TABLE[kind]);
});

it.each([
  [
    'only-copy',
    'No longer on Civitai for everybody: this may be the only copy.',
    'What you have may be the only copy.',
  ],
  ['newer', 'In your vault. A newer version is out.', 'A newer version is out.'],
] as const)('a version in the vault whose hint is %s says so on the card and the model page', (hint, whole, short) => {
  const fact: VersionFact = { versionId, state: 'in', asOf: NOW, hint };
  const named = { modelId, modelName: 'Amber', versionId, versionName: 'v1' };
  expect(plain(viewOfVersion({ versionId }, fact, named, moment).name)).toContain(whole);
  expect(viewOfButton(named, fact, undefined, moment).hint).toContain(whole);
  expect(markWords(fact, moment)).toBe(`in your vault. ${short}`);
});
