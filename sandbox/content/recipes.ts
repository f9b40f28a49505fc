import type { WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';

/** One resource a picture was made with. `version` undefined: the site does not know it, only a name is left. */
type UsedResource = { version: WorldVersion | undefined; name: string; type: string; strength: number | null };

const MOST_RESOURCES = 8;
const UNKNOWN: UsedResource = { version: undefined, name: 'deleted_lora_v3', type: 'LORA', strength: 0.7 };

/**
 * The recipe of a picture: its own version first, then what that version recommends, then others; two to eight of them, each
 * once. Every second picture also has a resource that the site does not know. Undefined: there is no such picture.
 */
export function recipeOf(world: World, imageId: number): UsedResource[] | undefined {
  const own = world.catalogue.findVersion(Math.floor(imageId / 10));
  if (!own) return undefined;
  const place = imageId % 10;
  const others = world.catalogue.ordinaryVersions();
  const ids = [own.id, ...own.recommended];
  for (let n = 0; ids.length < MOST_RESOURCES; n++) {
    const other = others[(own.id + place * 31 + n * 37) % others.length];
    if (other && !ids.includes(other.id)) ids.push(other.id);
  }
  const count = place === 0 ? MOST_RESOURCES : 2 + ((own.id + place * 3) % (MOST_RESOURCES - 1));
  const used = ids.slice(0, count).flatMap((id, index) => usedResource(world, id, index));
  return place % 2 === 0 ? [...used.slice(0, 2), UNKNOWN, ...used.slice(2)] : used;
}

function usedResource(world: World, versionId: number, index: number): UsedResource[] {
  const version = world.catalogue.findVersion(versionId);
  const model = world.catalogue.findModelOfVersion(versionId);
  if (!version || model?.status !== 'Published') return [];
  const strength = index === 0 || model.type === 'Checkpoint' ? null : (20 + ((versionId * 7) % 90)) / 100;
  return [{ version, name: model.name, type: model.type, strength }];
}
