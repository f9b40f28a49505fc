import type { ModelId, VersionId } from '@/utils/civitai/ids';

/** A published version as the site's list of its model has it, in creator order. */
export type ListedVersion = {
  versionId: VersionId;
  name: string;
  isGated: boolean;
  isPrivate: boolean;
  baseModel?: string;
  /** Epoch ms. */
  publishedAt?: number;
  /** Of the largest file that may count, KB. */
  sizeKb?: number;
};

/** A version in the vault, and the newest one that the site has in its place. */
export type NewerVersion = {
  versionId: VersionId;
  modelId: ModelId;
  newerId: VersionId;
  newerName: string;
  sizeKb?: number;
};

/** The newest version of the same base model that everyone may have; `undefined`: the site lists none that is newer. */
export function newerThan(versionId: VersionId, listed: readonly ListedVersion[]): ListedVersion | undefined {
  const at = listed.findIndex(version => version.versionId === versionId);
  const own = listed[at];
  if (!own?.baseModel) return undefined;
  const others = listed.filter((other, index) => {
    const isOffered = !other.isGated && !other.isPrivate && other.baseModel === own.baseModel;
    return isOffered && other !== own && isLater(other, own, index < at);
  });
  return others.reduce<ListedVersion | undefined>(
    (best, other) => (best && !isLater(other, best, false) ? best : other),
    undefined,
  );
}

/** `isBefore`: it stands before the other in creator order, which counts where a date is missing. */
function isLater(one: ListedVersion, other: ListedVersion, isBefore: boolean): boolean {
  return one.publishedAt === undefined || other.publishedAt === undefined
    ? isBefore
    : one.publishedAt > other.publishedAt;
}
