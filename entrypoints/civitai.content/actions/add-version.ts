import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { hopelessObstacle } from '@/entrypoints/civitai.content/views/fact-view';
import { describeWhole, type Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';
import { type Intent, MAX_NAME_LENGTH } from '@/utils/messages/protocol';
import type { Obstacle, Problem } from '@/utils/problem';
import { type SubmitParts, submitIntent, warnOf } from './submit';

/** Adds a version, unless it is certain that this can't be; see `Intents`. */
export async function addVersion(
  parts: SubmitParts,
  version: Naming,
  versionId: VersionId,
  { isOfList = false, session = parts.locals.session() }: { isOfList?: boolean; session?: string } = {},
): Promise<Problem | undefined> {
  const isHopeless = obstacleFor(version) !== undefined;
  const obstacle = isHopeless ? await obstacleOf(parts.client, versionId, version) : undefined;
  if (!obstacle) {
    const intent = addingOf(version, versionId, session);
    return submitIntent(parts, isOfList ? { ...intent, isOfList } : intent, version, isOfList);
  }
  const problem: Problem = { kind: 'not-available', obstacle };
  if (!isOfList) warnOf(parts.toast, problem, describeWhole({ ...version, versionId, sizeKb: undefined }));
  return problem;
}

/** The intent to add, with what the page knows of the version: the model's marks and the popup follow at once. */
export function addingOf(
  { modelId, modelName, versionName, need }: Naming,
  versionId: VersionId,
  session: string,
): Extract<Intent, { target: 'in' }> {
  const names = modelName && versionName ? { modelName: shorten(modelName), versionName: shorten(versionName) } : {};
  const known = { ...(modelId !== undefined && { modelId }), ...(need && { need }) };
  return { session, versionId, target: 'in', ...known, ...names };
}

function shorten(name: string): string {
  return name.slice(0, MAX_NAME_LENGTH);
}

/** What stands in the way now: the page's own data may be as old as the page. */
async function obstacleOf(client: Client, versionId: VersionId, version: Naming): Promise<Obstacle | undefined> {
  const found = await client.versionAvailability(versionId);
  return obstacleFor(found.ok ? { ...version, availability: found.value.availability } : version);
}

/** What makes a request pointless, as far as is known: early access only where the page says that it is withheld. */
function obstacleFor({ availability, isWithheld }: Naming): Obstacle | undefined {
  return isWithheld && availability === 'early-access' ? availability : hopelessObstacle(availability);
}
