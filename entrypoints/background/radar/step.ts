import type { CatalogueApi } from '@/entrypoints/background/api/civitai-api';
import { readItemsOf } from '@/entrypoints/background/mirror/read-mirror';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import type { RadarPass, RadarRow } from '@/entrypoints/background/storage/radar-row';
import { judgePass } from '@/utils/vault/only-copy';
import { changeRadar, readRadar } from './radar-rows';
import { afterList, afterLookUp } from './read-answer';
import { readBatch } from './read-batch';
import { isDue } from './schedule';

const MODELS_AT_ONCE = 20;

export type StepParts = {
  /** Asked without the key: the answers are the same for all (site-facts.md G). */
  api: Pick<CatalogueApi, 'models' | 'model' | 'miniVersion'>;
  /** Epoch ms. */
  now: () => number;
};

/** Sends at most one request, if one is due, and writes down what it says. Killed at any moment, the next step asks the same again. */
export async function takeStep(parts: StepParts, session: string): Promise<void> {
  const now = parts.now();
  if (!isDue(await readRadar(), now)) return;
  const row = await changeRadar(session, before => ({ ...before, ...begin(before, now) }));
  if (!row?.pass) return;
  if (row.pass.waiting.length > 0) await lookUp(parts, session);
  else if (!row.pass.isListed) await list(parts, session, row);
  const after = await readRadar();
  if (after.pass?.isListed && after.pass.waiting.length === 0) await endPass(session);
}

/** The pass that is under way, or a new one. */
function begin({ pass }: RadarRow, now: number): Partial<RadarRow> {
  if (pass) return {};
  const first: RadarPass = {
    startedAt: now,
    after: 0,
    isListed: false,
    waiting: [],
    missed: [],
    hasLostControl: false,
  };
  return { pass: first, modelsAtOnce: MODELS_AT_ONCE };
}

/** Written before the request leaves: a worker that is killed may not send more of them. */
async function noteRequest({ now }: StepParts, session: string): Promise<RadarRow | undefined> {
  const askedAt = now();
  return changeRadar(session, row => ({ ...row, askedAt }));
}

async function list(parts: StepParts, session: string, row: RadarRow): Promise<void> {
  const batch = await readBatch(row, parts.now());
  if (batch.modelIds.length === 0) {
    await changeRadar(session, before => inPass(before, pass => ({ ...before, pass: { ...pass, isListed: true } })));
    return;
  }
  if (!(await noteRequest(parts, session))) return;
  const answer = await parts.api.models([...batch.modelIds, ...batch.controls]);
  await changeRadar(session, before =>
    inPass(before, pass => afterList({ ...before, pass }, batch, answer, parts.now())),
  );
}

async function lookUp(parts: StepParts, session: string): Promise<void> {
  const [asked] = (await noteRequest(parts, session))?.pass?.waiting ?? [];
  if (!asked) return;
  const { versionId, modelId, isVersionGone } = asked;
  const answer = await (isVersionGone ? parts.api.model(modelId) : parts.api.miniVersion(versionId));
  await changeRadar(session, before => inPass(before, pass => afterLookUp({ ...before, pass }, answer, parts.now())));
}

function inPass(row: RadarRow, change: (pass: RadarPass) => RadarRow): RadarRow {
  return row.pass ? change(row.pass) : row;
}

async function endPass(session: string): Promise<void> {
  const itemCount = await (await openVaultDatabase()).count('items');
  const { absences, pass } = await readRadar();
  const missing = [...absences, ...(pass?.missed ?? [])].map(({ versionId }) => versionId);
  const held = new Set((await readItemsOf(missing)).map(item => item.modelVersionId));
  await changeRadar(session, row =>
    inPass(row, ({ startedAt, missed, hasLostControl }) => {
      const isFirst = row.endedPassOf === undefined;
      const { pass: _, caveat: __, ...rest } = row;
      const judged = judgePass(row, { missed, itemCount, isFirst, hasLostControl });
      // What has left the vault since is no concern any more.
      const still = judged.absences.filter(({ versionId }) => held.has(versionId));
      return { ...rest, ...judged, absences: still, endedPassOf: startedAt };
    }),
  );
}
