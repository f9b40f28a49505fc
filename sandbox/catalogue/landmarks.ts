/**
 * Models with fixed ids, whatever the seed: one for every situation that site-facts.md F.4 and G tell apart.
 * `versionIds` are in creator order, the first is the one a model page shows.
 */
export const landmarks = {
  /** The documentation's own example: 12 versions, all of them public. */
  wai: {
    modelId: 827184,
    versionIds: [
      2514310, 2402203, 2167369, 1761560, 1490781, 1410435, 1295881, 1248751, 1196229, 1130914, 1052309, 925314,
    ],
  },
  /** Third version missing from `/models/{id}`, and its name is also that of the version before it. */
  hiddenTwin: { modelId: 930101, versionIds: [1830101, 1830102, 1830103, 1830104, 1830105], hiddenVersionId: 1830103 },
  /** Third version missing from `/models/{id}`, between two versions of one name. */
  hiddenBetweenTwins: { modelId: 930102, versionIds: [1830201, 1830202, 1830203, 1830204], hiddenVersionId: 1830203 },
  /** Three versions of one name. */
  sameNames: { modelId: 930103, versionIds: [1830301, 1830302, 1830303] },
  /** First version behind an early-access gate that ends, second open. */
  earlyAccess: { modelId: 930104, versionIds: [1830401, 1830402], gatedVersionId: 1830401 },
  /** The only version is behind a gate that never ends. */
  permanentGate: { modelId: 930105, versionIds: [1830501] },
  archived: { modelId: 930106, versionIds: [1830601, 1830602] },
  takenDown: { modelId: 930107, versionIds: [1830701] },
  /** First version is for the on-site generator only, second can be downloaded. */
  generationOnly: { modelId: 930108, versionIds: [1830801, 1830802], generationVersionId: 1830801 },
  /** Second of three versions was unpublished; account `small` keeps it. */
  unpublishedVersion: { modelId: 930109, versionIds: [1830901, 1830902, 1830903], unpublishedVersionId: 1830902 },
  unpublishedModel: { modelId: 930110, versionIds: [1831001] },
  privateModel: { modelId: 930111, versionIds: [1831101] },
  /** Second version is private in a public model. */
  privateVersion: { modelId: 930112, versionIds: [1831201, 1831202], privateVersionId: 1831202 },
  /** Deleted by its owner: the rows still exist. */
  softDeleted: { modelId: 930113, versionIds: [1831301] },
  /** Not in the catalogue at all: known only to the vault of `small`. */
  hardDeleted: { modelId: 930114, versionIds: [1831401] },
  singleVersion: { modelId: 930115, versionIds: [1831501] },
  emoji: { modelId: 930116, versionIds: [1831601, 1831602] },
  cjk: { modelId: 930117, versionIds: [1831701, 1831702] },
  rtl: { modelId: 930118, versionIds: [1831801, 1831802] },
  /** Model name of 200 characters, version name of 120. */
  long: { modelId: 930119, versionIds: [1831901, 1831902] },
  /** Nothing of the name is left in a slug. */
  emptySlug: { modelId: 930120, versionIds: [1832001] },
  /** First version is larger than any account's free space. */
  huge: { modelId: 930121, versionIds: [1832101, 1832102], hugeVersionId: 1832101 },
  /** First version has no files, second none that is primary, third is ordinary. */
  noFiles: { modelId: 930122, versionIds: [1832201, 1832202, 1832203], noFilesId: 1832201, noPrimaryId: 1832202 },
  mature: { modelId: 930123, versionIds: [1832301, 1832302] },
  /** Never rated: 404 everywhere. */
  unrated: { modelId: 930124, versionIds: [1832401] },
  /** Shows a real person: left out of every list. */
  poi: { modelId: 930125, versionIds: [1832501] },
  minor: { modelId: 930126, versionIds: [1832601] },
  /** Two models of one name and of one version name each. */
  namesake: { modelId: 930127, versionIds: [1832701] },
  namesakeOther: { modelId: 930128, versionIds: [1832801] },
  /** Gated, and account `second` has bought it. */
  bought: { modelId: 930129, versionIds: [1832901] },
  /** A private model of account `small`. */
  ownPrivate: { modelId: 930130, versionIds: [1833001] },
} as const;

/** Creators with fixed ids. `small` is also an account. */
export const creators = {
  wai: { id: 67890, username: 'WAI' },
  small: { id: 12345, username: 'small' },
} as const;

/** The id that no version has ever had, for look-ups that must find nothing. */
export const UNKNOWN_VERSION_ID = 1999999999;
