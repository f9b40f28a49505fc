import {
  downloadsOf,
  isModelOnScreen,
  type VersionButton,
  type VersionList,
} from '@/entrypoints/civitai.content/surfaces/model-page';
import { isOlderThan } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import type { ModelVersions } from '@/utils/vault/version-availability';
import { candidatesFor, matchVersions } from './match-versions';

/** The address changes before the page does (site-facts.md C.1): it is believed after this long without a change. */
export const ADDRESS_SETTLES_MS = 250;
/** A list that looks like the last model's is taken for the new one's after this long. */
export const LIST_UNCHANGED_MS = 1_500;

/** The version list with the versions that its buttons stand for, as far as that is certain. */
export type VersionsOnScreen = {
  list: VersionList;
  ids: (VersionId | undefined)[];
  /** Index of the version on screen, -1 if none is marked as such. */
  active: number;
};

/** The version that the address names, and when address or list last changed, epoch ms. */
type Address = { versionId: VersionId | undefined; changedAt: number };

/** Reads which version each button stands for, and remembers what the address has said about it. */
export type VersionsReader = {
  /** Notes the buttons of the model that is being left; they must not be taken for the next one's. */
  leave(list: VersionList | undefined, now: number): void;
  read(list: VersionList, versions: ModelVersions, address: Address, now: number): VersionsOnScreen | undefined;
};

export function createVersionsReader(): VersionsReader {
  const learned = new WeakMap<Element, VersionId>();
  let left = new WeakSet<Element>();
  let leftAt = 0;
  return {
    leave(list, now) {
      left = new WeakSet(list?.buttons.map(button => button.element));
      leftAt = now;
    },
    read(list, versions, address, now) {
      const isOld =
        list.buttons.some(button => left.has(button.element)) && !isOlderThan(LIST_UNCHANGED_MS, leftAt, now);
      const named = isOlderThan(ADDRESS_SETTLES_MS, address.changedAt, now) ? address.versionId : undefined;
      return isOld || !isModelOnScreen(versions.modelName) ? undefined : readList(list, versions, named, learned);
    },
  };
}

function readList(
  list: VersionList,
  versions: ModelVersions,
  versionId: VersionId | undefined,
  learned: WeakMap<Element, VersionId>,
): VersionsOnScreen {
  const names = list.buttons.map(button => button.name);
  const matched = matchVersions(names, versions.versions);
  const ids = list.buttons.map((button, index) => matched[index] ?? learned.get(button.element));
  const active = list.buttons.length === 1 ? 0 : list.buttons.findIndex(button => button.isActive);
  const button = list.buttons[active];
  const isOpen = button && ids[active] === undefined && versionId !== undefined;
  if (isOpen && couldBe(button, versionId, ids, versions)) {
    learned.set(button.element, versionId);
    ids[active] = versionId;
  }
  return { list, ids, active };
}

/** Whether the version in the address can be the one on screen: no other button's, of that name, and downloaded from here. */
function couldBe(
  button: VersionButton,
  versionId: VersionId,
  ids: readonly (VersionId | undefined)[],
  { modelId, versions }: ModelVersions,
): boolean {
  if (ids.includes(versionId)) return false;
  const isKnown = versions.some(version => version.versionId === versionId);
  if (isKnown && !candidatesFor(button.name, versions).includes(versionId)) return false;
  const downloads = downloadsOf(modelId);
  return downloads.length === 0 || downloads.includes(versionId);
}
