import * as z from 'zod/mini';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { type Need, needOf } from '@/utils/vault/fit';
import { anything, count, flag, known, maybe, modelId, text, tolerantList, versionId } from './tolerant';

/** One version in a model's answer. `usageControl` is never there (site-facts.md G.1). */
export type PublicModelVersion = {
  versionId: VersionId;
  name: string;
  /** An active paid gate. */
  isGated: boolean;
  isPrivate: boolean;
  /** Of the primary file, KB; absent where the site keeps its files back. */
  sizeKb?: number;
  need?: Need;
  baseModel?: string;
  /** Epoch ms. */
  publishedAt?: number;
};

/** A model as everyone may see it: only a published one is answered. */
export type PublicModel = {
  modelId: ModelId;
  name: string;
  /** `Archived`, `TakenDown`, or a word that is not known yet; absent for most. */
  mode?: string;
  /** Rated so that the site doesn't show it in every region. */
  isMature?: true;
  /** In creator order. */
  versions: PublicModelVersion[];
};

/** A published version. The answer doesn't say whether its model is still published (site-facts.md G.3). */
export type PublicVersion = {
  versionId: VersionId;
  modelId: ModelId;
  name: string;
  modelName?: string;
  mode?: string;
  status?: string;
  isGated: boolean;
  /** Absent where the answer doesn't say. */
  isDownloadable?: boolean;
  sizeKb?: number;
  need?: Need;
};

const file = z.object({ sizeKB: count, type: text, primary: flag });
type Files = readonly z.output<typeof file>[];

/** The fields that tell of an active paid gate. */
export const gate = { paidAccess: anything, availability: text };

/** `paidAccess` is undocumented and real, `availability` is documented and may still come: either closes the gate. */
export function isGated(wire: { paidAccess?: unknown; availability?: string | null | undefined }): boolean {
  return (wire.paidAccess !== null && wire.paidAccess !== undefined) || wire.availability === 'EarlyAccess';
}

/** The size is the primary file's: a version may have others, a pruned one for example. */
function sizesOf(files: Files): { sizeKb: number | undefined; need: Need | undefined } {
  const sized = files.flatMap(({ sizeKB, type }) => (sizeKB ? [{ sizeKb: sizeKB, type: type ?? undefined }] : []));
  return { sizeKb: files.find(({ primary }) => primary)?.sizeKB ?? undefined, need: needOf(sized) };
}

const modelVersion = z.pipe(
  z.object({
    id: versionId,
    name: text,
    ...gate,
    baseModel: text,
    publishedAt: text,
    files: tolerantList(file),
  }),
  z.transform(
    (wire): PublicModelVersion => ({
      versionId: wire.id,
      name: wire.name ?? '',
      isGated: isGated(wire),
      isPrivate: wire.availability === 'Private',
      ...known({
        ...sizesOf(wire.files.entries),
        baseModel: wire.baseModel,
        publishedAt: Date.parse(wire.publishedAt ?? '') || undefined,
      }),
    }),
  ),
);

/** The answer of `models/{id}`. */
export const modelAnswer = z.pipe(
  z.object({ id: modelId, name: text, mode: text, nsfw: flag, modelVersions: z.array(modelVersion) }),
  z.transform(
    (wire): PublicModel => ({
      modelId: wire.id,
      name: wire.name ?? '',
      ...(wire.nsfw === true && { isMature: true as const }),
      versions: wire.modelVersions,
      ...known({ mode: wire.mode }),
    }),
  ),
);

/** The answer of `models?ids=`: in no useful order, and without the models that are not shown to everyone. */
export const modelsAnswer = z.pipe(
  z.object({ items: z.array(modelAnswer) }),
  z.transform(({ items }) => items),
);

/** The answer of `model-versions/{id}`. */
export const versionAnswer = z.pipe(
  z.object({
    id: versionId,
    modelId: modelId,
    name: text,
    status: text,
    usageControl: text,
    downloadUrl: text,
    ...gate,
    model: maybe(z.object({ name: text, mode: text })),
    files: tolerantList(file),
  }),
  z.transform(
    (wire): PublicVersion => ({
      versionId: wire.id,
      modelId: wire.modelId,
      name: wire.name ?? '',
      isGated: isGated(wire),
      ...known({
        modelName: wire.model?.name,
        mode: wire.model?.mode,
        status: wire.status,
        isDownloadable: wire.usageControl ? wire.usageControl === 'Download' : wire.downloadUrl ? true : undefined,
        ...sizesOf(wire.files.entries),
      }),
    }),
  ),
);
