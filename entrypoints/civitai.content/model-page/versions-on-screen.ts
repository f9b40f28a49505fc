import {
  downloadsOf,
  isModelOnScreen,
  type VersionButton,
  type VersionList,
} from '@/entrypoints/civitai.content/surfaces/model-page';
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

/** Reads which version each button stands for, and remembers what the address has told. */
export function createVersionsReader(): {
  /** The buttons of the model that is being left; they must not be taken for the next one's. */
  leave(list: VersionList | undefined, now: number): void;
  read(
    list: VersionList,
    data: ModelVersions,
    urlVersion: VersionId | undefined,
    quietMs: number,
    now: number,
  ): VersionsOnScreen | undefined;
} {
  const learned = new WeakMap<Element, VersionId>();
  let left = new WeakSet<Element>();
  let leftAt = 0;
  return {
    leave(list, now) {
      left = new WeakSet(list?.buttons.map(button => button.element));
      leftAt = now;
    },
    read(list, data, urlVersion, quietMs, now) {
      const isOld = list.buttons.some(button => left.has(button.element)) && now - leftAt < LIST_UNCHANGED_MS;
      if (isOld || !isModelOnScreen(data.modelName)) return undefined;
      const matched = matchVersions(
        list.buttons.map(button => button.name),
        data.versions,
      );
      const ids = list.buttons.map((button, index) => matched[index] ?? learned.get(button.element));
      const active = list.buttons.length === 1 ? 0 : list.buttons.findIndex(button => button.isActive);
      const button = list.buttons[active];
      if (button && ids[active] === undefined && urlVersion !== undefined && quietMs >= ADDRESS_SETTLES_MS) {
        if (couldBe(button, urlVersion, ids, data)) {
          learned.set(button.element, urlVersion);
          ids[active] = urlVersion;
        }
      }
      return { list, ids, active };
    },
  };
}

/** Whether the version in the address can be the one on screen: nobody else's, of that name, and downloaded from here. */
function couldBe(
  button: VersionButton,
  versionId: VersionId,
  ids: readonly (VersionId | undefined)[],
  data: ModelVersions,
): boolean {
  if (ids.includes(versionId)) return false;
  const isKnown = data.versions.some(version => version.versionId === versionId);
  if (isKnown && !candidatesFor(button.name, data.versions).includes(versionId)) return false;
  const downloads = downloadsOf(data.modelId);
  return downloads.length === 0 || downloads.includes(versionId);
}
