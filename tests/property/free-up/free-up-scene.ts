import fc from 'fast-check';
import { modelAnswer, versionAnswer } from '@/entrypoints/background/api/schemas/public-schemas';
import { pageAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import { availabilityOf, availabilityOfAbsent } from '@/entrypoints/background/availability/read-availability';
import { createAccounts } from '@/sandbox/accounts/accounts.ts';
import { modelById } from '@/sandbox/api/catalogue/model.ts';
import { modelVersionById } from '@/sandbox/api/catalogue/model-version.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import { buildFile, buildModel, type VersionPlan } from '@/sandbox/catalogue/build-model.ts';
import { createFinder } from '@/sandbox/catalogue/finder.ts';
import { createClock } from '@/sandbox/clock.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { createSettings } from '@/sandbox/settings.ts';
import { createVaultStore } from '@/sandbox/vault/vault-store.ts';
import { ok } from '@/utils/problem';
import type { Spare } from '@/utils/vault/free-up';
import type { MirroredItem } from '@/utils/vault/vault-item';

export const OWNER = 7;
const USAGE = ['Download', 'Download', 'Download', 'Generation'] as const;
const STATUS = ['Published', 'Published', 'Published', 'Unpublished'] as const;
const AVAILABILITY = ['Public', 'Public', 'Public', 'Private'] as const;
const MODE = [null, null, null, 'Archived'] as const;
const FILE_TYPES = ['Pruned Model', 'VAE', 'Config', 'Negative', 'Training Data'] as const;

const aVersion = fc.record({
  mainKb: fc.integer({ min: 1, max: 4_000 }).map(kb => kb + 0.3),
  others: fc.array(fc.record({ type: fc.constantFrom(...FILE_TYPES), sizeKB: fc.integer({ min: 1, max: 9_000 }) }), {
    maxLength: 3,
  }),
  usageControl: fc.constantFrom(...USAGE),
  status: fc.constantFrom(...STATUS),
  availability: fc.constantFrom(...AVAILABILITY),
  isGated: fc.nat(5).map(n => n === 0),
  /** What has come of it since: it was deleted, or its main file has grown. */
  later: fc.constantFrom('same', 'same', 'same', 'deleted', 'grown'),
  rows: fc.constantFrom(0, 1, 1, 1, 2),
  hasNotes: fc.nat(6).map(n => n === 0),
  extrasKb: fc.nat(300),
});
const aModel = fc.record({
  mode: fc.constantFrom(...MODE),
  versions: fc.array(aVersion, { minLength: 1, maxLength: 4 }),
});
export const aScene = fc.record({
  models: fc.array(aModel, { minLength: 1, maxLength: 6 }),
  /** KB that are free; below zero: the vault is over its limit. */
  freeKb: fc.integer({ min: -1_000, max: 6_000 }),
  wantedKb: fc.integer({ min: 1, max: 20_000 }),
});
type Scene = typeof aScene extends fc.Arbitrary<infer T> ? T : never;

type VersionScene = Scene['models'][number]['versions'][number];

function planOf(scene: VersionScene, id: number): VersionPlan {
  const { mainKb, others, usageControl, status, availability, isGated } = scene;
  const file = (at: number, type: string, sizeKB: number, primary: boolean) =>
    buildFile({ id: id * 10 + at, name: `${at}`, type, sizeKB, primary, metadata: { format: 'SafeTensor' } });
  const files = [
    file(0, 'Model', mainKb, true),
    ...others.map(({ type, sizeKB }, at) => file(at + 1, type, sizeKB, false)),
  ];
  const paidAccess = isGated ? { permanent: true, endsAt: null } : null;
  return { id, name: `v${id}`, files, usageControl, status, availability, paidAccess };
}

/** The versions of a scene with their ids. */
export function* versionsOf({ models }: Scene) {
  for (const [at, model] of models.entries())
    for (const [n, version] of model.versions.entries()) yield { version, id: (at + 1) * 100 + n };
}

/** A catalogue and a vault with everything in it that the scene names, as the site has them later. */
export function build(scene: Scene) {
  const models = scene.models.map(({ mode, versions }, at) =>
    buildModel({ id: at + 1, name: `m${at}`, mode, versions: versions.map((v, n) => planOf(v, (at + 1) * 100 + n)) }),
  );
  const [clock, settings, catalogue] = [createClock(1_700_000_000_000), createSettings({}), createFinder(models)];
  const vault = createVaultStore(clock, settings, catalogue);
  const world: World = { seed: 1, clock, settings, catalogue, accounts: createAccounts(), vault };
  const { account } = world.accounts.create({ id: OWNER });
  for (const { version, id } of versionsOf(scene)) {
    for (let row = 0; row < version.rows; row += 1) {
      const added = vault.add(OWNER, id);
      const notes = version.hasNotes ? 'mine' : null;
      vault.update({
        ...added,
        status: 'Stored',
        notes,
        detailsSizeKb: version.extrasKb,
        imagesSizeKb: version.extrasKb,
      });
    }
    const kept = catalogue.findVersion(id);
    if (version.later === 'deleted') catalogue.deleteVersion(id);
    if (version.later === 'grown' && kept?.files[0]) kept.files[0].sizeKB *= 3;
  }
  vault.setStorage(OWNER, Math.max(1, vault.usedKb(OWNER) + scene.freeKb));
  return { world, account };
}

/** What the sandbox answers. */
export function ask(world: World, handler: (context: ApiContext) => ApiAnswer, id: number): ApiAnswer {
  const request = {
    method: 'GET',
    host: 'civitai.com',
    path: '',
    query: new URLSearchParams(),
    headers: {},
    cookies: {},
    body: '',
  };
  return handler({
    world,
    request,
    pathId: String(id),
    credentials: undefined,
    beforeWrite: async () => {},
    committed() {},
  });
}

/** What the site still gives of a spare, read as Vaulted reads it. */
export function lookUp(world: World, { versionId, modelId }: Spare) {
  const answer = ask(world, modelVersionById, versionId);
  if (answer.status !== 200)
    return availabilityOfAbsent(versionId, {
      ok: false,
      sent: 'answered',
      problem: { kind: 'not-available', obstacle: 'gone' },
    });
  const version = versionAnswer.parse(answer.json);
  const ofModel = ask(world, modelById, modelId);
  const model = ofModel.status === 200 ? modelAnswer.parse(ofModel.json) : undefined;
  const listed = model?.versions.find(each => each.versionId === versionId);
  return ok(availabilityOf({ version, model, listed, mini: undefined }));
}

/** The vault's list, read as Vaulted reads it. */
export function itemsOf(world: World): MirroredItem[] {
  const items = world.vault.items(OWNER).map(row => ({ ...row, coverImageUrl: null }));
  const page = pageAnswer.parse({ items, totalItems: items.length, currentPage: 1, pageSize: 200, totalPages: 1 });
  if (page === 'no-vault') throw new Error('no vault');
  return page.items.map(item => ({ ...item, seenOn: 0 }));
}
