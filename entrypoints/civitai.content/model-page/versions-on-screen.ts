import {
  isModelOnScreen,
  isTranslated,
  ownLinksOf,
  type VersionList,
} from '@/entrypoints/civitai.content/surfaces/model-page';
import { isOlderThan } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import type { ModelVersions } from '@/utils/vault/version-availability';
import { type KnownVersions, matchVersions } from './match-versions';

/** The address changes before the page does (site-facts.md C.1): it is believed after this long without a change. */
export const ADDRESS_SETTLES_MS = 250;
/** A list that looks like the last model's is taken for the new one's after this long. */
export const LIST_UNCHANGED_MS = 1_500;

/** The version list with the versions that its buttons stand for. */
export type VersionsOnScreen = {
  list: VersionList;
  ids: (VersionId | undefined)[];
  /** Index of the version on screen, -1 if none is marked as such. */
  active: number;
  /** The version on screen is certain: only then may anything be done to it. */
  isCertain: boolean;
  /** What is known of the model's versions doesn't fit the page. */
  isOutdated: boolean;
};

/** The version that the address names, and when address or list last changed, epoch ms. */
type Address = { versionId: VersionId | undefined; changedAt: number };

/** Reads which version each button stands for, and remembers for which that was certain. */
export type VersionsReader = {
  /** Notes the buttons of the model that is being left; they must not be taken for the next one's. */
  leave(list: VersionList | undefined, now: number): void;
  read(
    list: VersionList,
    versions: ModelVersions,
    source: KnownVersions['source'],
    address: Address,
    now: number,
  ): VersionsOnScreen | undefined;
};

export function createVersionsReader(): VersionsReader {
  const learned = new WeakMap<Element, VersionId>();
  let left = new WeakSet<Element>();
  let leftAt = 0;
  return {
    leave(list, now) {
      left = new WeakSet(list?.buttons.map(button => button.element));
      for (const { element } of list?.buttons ?? []) learned.delete(element);
      leftAt = now;
    },
    read(list, versions, source, address, now) {
      const isOld =
        list.buttons.some(button => left.has(button.element)) && !isOlderThan(LIST_UNCHANGED_MS, leftAt, now);
      if (isOld || !isModelOnScreen(versions.modelName)) return undefined;
      const named = isOlderThan(ADDRESS_SETTLES_MS, address.changedAt, now) ? address.versionId : undefined;
      return readList(list, { modelId: versions.modelId, versions: versions.versions, source }, named, learned);
    },
  };
}

function readList(
  list: VersionList,
  known: KnownVersions & Pick<ModelVersions, 'modelId'>,
  address: VersionId | undefined,
  learned: WeakMap<Element, VersionId>,
): VersionsOnScreen {
  const { buttons } = list;
  const active = buttons.length === 1 ? 0 : buttons.findIndex(button => button.isActive);
  const page = {
    names: buttons.map(button => button.name),
    active,
    address,
    linked: ownLinksOf(known.modelId),
    isTranslated: isTranslated(),
    learned: buttons.map(({ element }) => learned.get(element)),
  };
  const matched = matchVersions(page, known);
  for (const [index, { element }] of buttons.entries()) {
    const id = matched.isCertain && (index === active || !matched.isOutdated) ? matched.ids[index] : undefined;
    if (id !== undefined) learned.set(element, id);
    // What was learnt and is denied now was wrong.
    else if (matched.ids[index] === undefined) learned.delete(element);
  }
  return { list, active, ...matched };
}
