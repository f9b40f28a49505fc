import * as z from 'zod/mini';
import type { ToggleAnswer, Vault, VaultPage } from '@/entrypoints/background/api/vault-api';
import type { VaultFile, VaultItem } from '@/utils/vault/vault-item';
import {
  count,
  cutText,
  either,
  known,
  maybe,
  modelId,
  orNothing,
  rowId,
  someNumber,
  someText,
  text,
  tolerantList,
  versionId,
} from './tolerant';

const vaultFile = z.pipe(
  z.object({ id: rowId, sizeKB: count, displayName: text }),
  z.transform((wire): VaultFile => ({ id: wire.id, sizeKb: wire.sizeKB ?? 0, displayName: wire.displayName ?? '' })),
);

/** What the user wrote is whole up to 64 KB, far more than a note has; a longer one is cut, and says so. */
const MAX_NOTES_LENGTH = 65_536;
/** A signed address has about 1,000 characters: a longer one is none. */
const MAX_ADDRESS_LENGTH = 4_096;

const address = maybe(z.custom<string>(value => typeof value === 'string' && value.length <= MAX_ADDRESS_LENGTH));

/** One row, as `vault/all` and (without the cover) `check-vault` return it. Only the ids must be there. */
const vaultItem = z.pipe(
  z.object({
    id: rowId,
    status: text,
    modelVersionId: versionId,
    modelId: modelId,
    modelName: text,
    versionName: text,
    creatorId: count,
    creatorName: text,
    type: text,
    baseModel: text,
    category: text,
    modelSizeKb: count,
    detailsSizeKb: count,
    imagesSizeKb: count,
    createdAt: text,
    addedAt: text,
    refreshedAt: text,
    notes: maybe(someText),
    meta: maybe(z.object({ failures: count })),
    coverImageUrl: address,
    files: tolerantList(vaultFile),
  }),
  z.transform(
    (wire): VaultItem => ({
      id: wire.id,
      // A row that doesn't say how it is is still a row: it must never read as absent.
      status: wire.status ?? 'Stored',
      modelVersionId: wire.modelVersionId,
      modelId: wire.modelId,
      modelName: wire.modelName ?? '',
      versionName: wire.versionName ?? '',
      creatorName: wire.creatorName ?? '',
      type: wire.type ?? '',
      baseModel: wire.baseModel ?? '',
      category: wire.category ?? '',
      modelSizeKb: wire.modelSizeKb ?? 0,
      detailsSizeKb: wire.detailsSizeKb ?? 0,
      imagesSizeKb: wire.imagesSizeKb ?? 0,
      failures: wire.meta?.failures ?? 0,
      files: wire.files.entries,
      ...known({
        creatorId: wire.creatorId,
        createdAt: wire.createdAt,
        addedAt: wire.addedAt,
        refreshedAt: wire.refreshedAt,
        notes: wire.notes && cutText(wire.notes, MAX_NOTES_LENGTH),
        coverImageUrl: wire.coverImageUrl,
      }),
      ...(wire.notes && wire.notes.length > MAX_NOTES_LENGTH && { isNotesCut: true }),
      ...(wire.files.more > 0 && { moreFiles: wire.files.more }),
    }),
  ),
);

/** The answer of `vault/get`: null for an account that never had a vault. A missing key is another shape, not "no vault". */
export const vaultAnswer = z.pipe(
  z.object({
    vault: z.pipe(
      z.custom<unknown>(vault => vault !== undefined),
      orNothing(z.object({ userId: someNumber, storageKb: someNumber, usedStorageKb: someNumber, updatedAt: text })),
    ),
  }),
  z.transform(({ vault }): Vault | null => (vault ? { ...vault, updatedAt: vault.updatedAt ?? '' } : null)),
);

/** Documented as every vault endpoint's answer to an account without a membership; really `vault/get` alone gives it (site-facts.md F.2). */
const noVault = z.pipe(
  z.object({ vault: z.custom<null>(value => value === null) }),
  z.transform(() => 'no-vault' as const),
);

/** One page of `vault/all`. An item that can't be read fails the page: left out, it would read as not in the vault. */
const page = z.pipe(
  z.object({
    items: z.array(vaultItem),
    totalItems: someNumber,
    currentPage: count,
    pageSize: count,
    totalPages: count,
  }),
  z.transform(
    (wire): VaultPage => ({
      items: wire.items,
      totalItems: wire.totalItems,
      currentPage: wire.currentPage ?? 1,
      pageSize: wire.pageSize ?? wire.items.length,
      totalPages: wire.totalPages ?? 1,
    }),
  ),
);

/** The answer of `vault/all`. */
export const pageAnswer = either(page, noVault);

/** The answer of `check-vault`: an entry for each requested position. One without `vaultItem` says nothing. */
export const checkAnswer = either(
  z.array(z.object({ modelVersionId: someNumber, vaultItem: orNothing(vaultItem) })),
  noVault,
);

/** With `vaultId` the version is in the vault now, without it is out (site-facts.md F.4). */
const toggled = z.pipe(
  z.object({ success: z.custom<true>(value => value === true), vaultId: orNothing(someNumber) }),
  z.transform(
    ({ vaultId }): ToggleAnswer => (typeof vaultId === 'number' ? { now: 'in', itemId: vaultId } : { now: 'out' }),
  ),
);

/** The answer of `toggle-version`. */
export const toggleAnswer = either(toggled, noVault);
