import { type ModelId, readModelId, readVersionId, type VersionId } from '@/utils/civitai/ids';
import type { ItemNames } from '@/utils/messages/protocol';
import type { Need } from '@/utils/vault/fit';
import type { Filling } from '@/utils/vault/storage-state';

/** A version that the user wants to add once there is space, and what it counts. */
export type WantedVersion = { versionId: VersionId; need?: Need } & ItemNames;

/** Space that is asked for, KB, and the addition that needs it. */
export type SpaceAsked = { neededKb: number; wanted?: { versionId: VersionId; modelId?: ModelId } };

/** The query of the vault page that opens "Free up space", without `?`. Names are left out: the page asks the site for them. */
export function writeSpaceAsked({ neededKb, wanted }: SpaceAsked): string {
  const query = new URLSearchParams({ free: String(Math.ceil(neededKb)) });
  if (wanted) query.set('add', String(wanted.versionId));
  if (wanted?.modelId !== undefined) query.set('model', String(wanted.modelId));
  return query.toString();
}

/** Proposed first where no addition asks for space, KB. */
const MORE_KB = 1_048_576;

/** Space that is asked for where no addition needs it: a little more than is free. */
export function moreSpace({ usedKb, totalKb }: Filling): SpaceAsked {
  return { neededKb: Math.max(0, totalKb - usedKb) + MORE_KB };
}

/** The address of the vault page with a proposal; without one of the page alone. */
export function freeUpPage(asked: SpaceAsked | undefined): string {
  return asked ? `/vault.html?${writeSpaceAsked(asked)}` : '/vault.html';
}

/** Reads a query of any origin; `undefined`: it asks for no space. */
export function readSpaceAsked(text: string): SpaceAsked | undefined {
  const query = new URLSearchParams(text);
  const free = query.get('free');
  if (free === null || !/^\d{1,12}$/.test(free)) return undefined;
  const [versionId, modelId] = [readVersionId(query.get('add')), readModelId(query.get('model'))];
  const wanted = versionId !== undefined && { wanted: { versionId, ...(modelId !== undefined && { modelId }) } };
  return { neededKb: Number(free), ...wanted };
}
