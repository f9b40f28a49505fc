import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import type { PublicModel } from '@/entrypoints/background/api/schemas/public-schemas';
import type { RadarPass, RadarRow } from '@/entrypoints/background/storage/radar-row';
import type { ItemRow } from '@/entrypoints/background/storage/rows';
import { type NewerVersion, newerThan } from '@/utils/vault/newer-version';
import { takeBack } from '@/utils/vault/only-copy';
import type { Batch } from './read-batch';
import { PAUSE_MS } from './schedule';

type InPass = RadarRow & { pass: RadarPass };

/** The row after the list's answer about a batch; `now` is epoch ms. Absence is no proof yet (site-facts.md G.2): such versions are looked up. */
export function afterList(row: InPass, batch: Batch, answer: ApiResult<PublicModel[]>, now: number): RadarRow {
  if (!answer.ok) return afterRefusedList(row, batch, answer, now);
  const models = new Map(answer.value.map(model => [model.modelId, model]));
  const hasLostControl = row.pass.hasLostControl || batch.controls.some(modelId => !models.has(modelId));
  const listed = batch.items.filter(({ modelId }) => models.has(modelId));
  const absent = hasLostControl ? [] : batch.items.filter(({ modelId }) => !models.has(modelId));
  const versionIds = new Set(batch.items.map(item => item.modelVersionId));
  const waiting = absent.map(({ modelVersionId, modelId }) => ({ versionId: modelVersionId, modelId }));
  return {
    ...advance(row, batch),
    pass: { ...advance(row, batch).pass, hasLostControl, waiting },
    absences: takeBack(row.absences, new Set(listed.map(item => item.modelVersionId))),
    newer: [...row.newer.filter(({ versionId }) => !versionIds.has(versionId)), ...findNewer(listed, models)],
    controls: { ...row.controls, ...controlsOf(answer.value, now) },
  };
}

function advance(row: InPass, { modelIds, isLast }: Pick<Batch, 'modelIds' | 'isLast'>): InPass {
  return { ...row, pass: { ...row.pass, after: modelIds.at(-1) ?? row.pass.after, isListed: isLast } };
}

/** What is asked again would fail again where the site refuses the question itself, or one model alone is too large. */
function afterRefusedList(row: InPass, batch: Batch, failure: ApiFailure, now: number): RadarRow {
  const { problem, refusal } = failure;
  if (problem.kind === 'limited') return pause(row, problem.until, now);
  if (problem.kind === 'oversized' && row.modelsAtOnce > 1) {
    return { ...row, modelsAtOnce: Math.floor(row.modelsAtOnce / 2) };
  }
  const isHopeless = problem.kind === 'oversized' || (problem.kind === 'unexpected' && refusal !== undefined);
  return isHopeless ? advance(row, batch) : row;
}

function pause(row: RadarRow, until: number, now: number): RadarRow {
  return { ...row, pausedUntil: Math.max(until, now + PAUSE_MS) };
}

function findNewer(items: readonly ItemRow[], models: ReadonlyMap<number, PublicModel>): NewerVersion[] {
  return items.flatMap(({ modelVersionId: versionId, modelId }) => {
    const newer = newerThan(versionId, models.get(modelId)?.versions ?? []);
    if (!newer) return [];
    const { versionId: newerId, name: newerName, sizeKb } = newer;
    return [{ versionId, modelId, newerId, newerName, ...(sizeKb !== undefined && { sizeKb }) }];
  });
}

/** One of each kind: a region may hide mature models alone. */
function controlsOf(models: readonly PublicModel[], seenAt: number): RadarRow['controls'] {
  const plain = models.find(({ isMature, mode }) => !isMature && !mode);
  const mature = models.find(({ isMature, mode }) => isMature && !mode);
  return {
    ...(plain && { plain: { modelId: plain.modelId, seenAt } }),
    ...(mature && { mature: { modelId: mature.modelId, seenAt } }),
  };
}

/** The row after one version, or its model, was looked up by itself. Only a 404 of the API itself counts. */
export function afterLookUp(row: InPass, answer: ApiResult<unknown>, now: number): RadarRow {
  const { pass } = row;
  const [asked, ...waiting] = pass.waiting;
  if (!asked) return row;
  if (!answer.ok && answer.problem.kind === 'limited') return pause(row, answer.problem.until, now);
  const { versionId, modelId } = asked;
  if (answer.ok || answer.refusal?.message === 'Missing model file') {
    // It is published, whatever the list leaves out (site-facts.md G.3, G.4).
    return { ...row, pass: { ...pass, waiting }, absences: takeBack(row.absences, new Set([versionId])) };
  }
  if (answer.problem.kind !== 'not-available') return { ...row, pass: { ...pass, waiting } };
  const isModelGone = asked.isVersionGone || pass.missed.some(missed => missed.modelId === modelId);
  if (!isModelGone) return { ...row, pass: { ...pass, waiting: [{ ...asked, isVersionGone: true }, ...waiting] } };
  return { ...row, pass: { ...pass, waiting, missed: [...pass.missed, { versionId, modelId, at: now }] } };
}
