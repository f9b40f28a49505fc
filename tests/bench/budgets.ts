const KB = 1024;

/** What each page pays at most, gzipped bytes. Whoever needs more says why here. */
export const SIZES = {
  /** Script and style of every page; the polyfill and WXT's own part are about 4 KB of it, 0.2 KB the notes in the table of surfaces. */
  content: 15 * KB,
  /** 1.3 KB of it are the polyfill that pages need: one `browser` for every part is worth more than a build that swaps it. */
  worker: 30 * KB,
  /** Everything that the popup loads before its first frame. */
  popup: 24 * KB,
};

/** Promises that do not depend on the clock: breaking one ends the benchmark with 1. */
export const PROMISES = {
  /** Share of cards with exactly one mark, the right one. */
  marks: 1,
  messagesPerFrame: 1,
  /** Nothing is asked of Civitai about cards that name models: the mirror knows. */
  requestsWarm: 0,
  /** One check for up to 100 versions that are not known yet. */
  requestsCold: 1,
  layoutShift: 0,
  fullSyncRequests: 25,
  incrementalSyncRequests: 1,
  /** Of the second half of a long day against the first, with the same cards. */
  heapGrowth: 0.03,
  heapGrowthBytes: KB * KB,
  nodeGrowth: 0.01,
  listenerGrowth: 0.01,
};

/** What has to be reached on a machine that does nothing else; printed as ratios, and said where it is missed. */
export const PACE = {
  insertPerFloor: 2.5,
  insertGrowth: 1.2,
  noiseMs: 2,
  longTasks: 0,
  markFrames: 2,
  markFramesP95: 4,
  popupPerEmpty: 1.5,
};
