import { buildModel } from '@/sandbox/catalogue/build-model.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { createRandom } from '@/sandbox/catalogue/random.ts';
import type { VaultItemRow, WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { rowFor } from './vault-item.ts';

const HOUR_MS = 3_600_000;

/** Sizes of the details and image archives of the documentation's example, KB. */
const PROCESSED = { detailsSizeKb: 12, imagesSizeKb: 4_096 };

/** A Stored row added `hoursAgo`. Sets nothing in the database. */
function storedRow(world: World, vaultId: number, model: WorldModel, version: WorldVersion, hoursAgo: number) {
  const addedAt = world.clock.now() - hoursAgo * HOUR_MS;
  const row = rowFor({ id: world.vault.nextId(), vaultId, addedAt }, model, version);
  return { ...row, status: 'Stored' as const, ...PROCESSED };
}

/** The model that only a vault remembers. */
function goneModel(modelId: number, versionId: number, sizeKb: number, name: string): WorldModel {
  return buildModel({ id: modelId, name, versions: [{ id: versionId, name: 'v1.0', sizeKb }] });
}

function findRow(world: World, vaultId: number, versionId: number, hoursAgo: number): VaultItemRow {
  const [model, version] = [world.catalogue.findModelOfVersion(versionId), world.catalogue.findVersion(versionId)];
  if (!model || !version) throw new Error(`The catalogue has no version ${versionId}`);
  return storedRow(world, vaultId, model, version, hoursAgo);
}

/** What `small` keeps besides ordinary versions: one of everything that can become of a kept version. */
const SMALL_KEEPS = [
  landmarks.wai.versionIds[0],
  landmarks.wai.versionIds[3],
  landmarks.hiddenTwin.versionIds[1],
  landmarks.hiddenBetweenTwins.versionIds[3],
  landmarks.sameNames.versionIds[1],
  landmarks.earlyAccess.gatedVersionId,
  landmarks.generationOnly.generationVersionId,
  landmarks.unpublishedVersion.unpublishedVersionId,
  landmarks.softDeleted.versionIds[0],
  landmarks.privateModel.versionIds[0],
  landmarks.archived.versionIds[0],
  landmarks.emoji.versionIds[0],
  landmarks.cjk.versionIds[0],
  landmarks.rtl.versionIds[0],
  landmarks.long.versionIds[0],
];

/** Ordinary versions below 500,000 KB that no landmark model has, so that landmarks stay as their names say. */
function plainVersionIds(world: World): number[] {
  const special = new Set<number>(Object.values(landmarks).map(({ modelId }) => modelId));
  const plain = world.catalogue.ordinaryVersions().filter(version => !special.has(version.modelId));
  return plain.filter(version => (version.files[0]?.sizeKB ?? 0) < 500_000).map(version => version.id);
}

/** Rows for `count` plain versions, the first the newest. */
export function plainRows(world: World, vaultId: number, count: number): VaultItemRow[] {
  const ids = plainVersionIds(world).slice(0, count);
  return ids.map((id, index) => findRow(world, vaultId, id, 5 + index * 7));
}

/** 42 items: 5 Pending, 3 Failed (with 1, 2 and the final 4 failures), one whose version is gone for good. */
export function smallRows(world: World, vaultId: number): VaultItemRow[] {
  const special = SMALL_KEEPS.map((id, index) => findRow(world, vaultId, id, 900 + index * 11));
  const gone = goneModel(landmarks.hardDeleted.modelId, landmarks.hardDeleted.versionIds[0], 144_112, 'Gone For Good');
  const goneRows = gone.versions.map(version => storedRow(world, vaultId, gone, version, 2_000));
  const plain = plainRows(world, vaultId, 42 - special.length - goneRows.length);
  const unprocessed = { detailsSizeKb: 0, imagesSizeKb: 0 };
  for (const row of plain.slice(0, 5)) Object.assign(row, { status: 'Pending', ...unprocessed });
  [1, 2, 4].forEach((failures, index) => {
    const meta = { failures, latestError: 'Failed to fetch images' };
    Object.assign(plain[5 + index] ?? {}, { status: 'Failed', meta, ...unprocessed });
  });
  return [...special, ...goneRows, ...plain];
}

/** `count` items, of which those beyond the plain versions are gone from the site. */
export function manyRows(world: World, vaultId: number, count: number): VaultItemRow[] {
  const random = createRandom(world.seed + 5_000);
  const plain = plainRows(world, vaultId, count);
  const gone = Array.from({ length: count - plain.length }, (_, n) => {
    const model = goneModel(3_000_000 + n, 4_000_000 + n * 3, random.int(20_000, 300_000), `Kept Only Here ${n + 1}`);
    return model.versions.map(version => storedRow(world, vaultId, model, version, 3_000 + n));
  });
  return [...plain, ...gone.flat()];
}

/** The documentation's example: 1,048,576 KB of room, 6,775,430 KB and more in use. */
export function overfullRows(world: World, vaultId: number): VaultItemRow[] {
  return [findRow(world, vaultId, landmarks.wai.versionIds[0], 700), ...plainRows(world, vaultId, 4)];
}
