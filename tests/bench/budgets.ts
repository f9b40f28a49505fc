const KB = 1024;

/** Gzipped bytes that each page pays at most. A larger number needs its reason here. */
export const MAX_GZIPPED_BYTES = {
  /** Script and style of every page: the polyfill and WXT's own part are about 4 KB of it, notes in the table of surfaces 0.2 KB. */
  content: 15 * KB,
  /** The polyfill that pages need is 1.3 KB of it: one `browser` everywhere is worth more than a build that swaps it. */
  worker: 30 * KB,
  /** Everything that the popup loads before its first frame. */
  popup: 24 * KB,
};

/** Limits that don't depend on the clock: breaking one ends the benchmark with 1. */
export const FIRM_LIMITS = {
  /** Share of cards with exactly one mark, the right one. */
  rightMarks: 1,
  messagesPerFrame: 1,
  /** Nothing is asked of Civitai about cards that name models: the mirror knows. */
  requestsForKnown: 0,
  /** One check for up to 100 versions that are not known yet. */
  requestsFor100New: 1,
  /** What Chromium itself rounds a shift to is below it. */
  layoutShift: 0.0005,
  /** A page of the list has 200 items. */
  fullSyncRequests: 25,
  incrementalSyncRequests: 1,
  /** Rows of 64 pixels in a window of 900, six spare ones on both sides, and the one with the focus. */
  rowsInDocument: Math.ceil(900 / 64) + 2 * 6 + 2,
  /** Of the second half of a long day against the first, with the same cards. */
  heapGrowth: 0.03,
  heapGrowthBytes: KB * KB,
  nodeGrowth: 0.01,
  listenerGrowth: 0.01,
};

/** Goals for a machine that does nothing else: printed as ratios, and listed where they are missed. */
export const SPEED_GOALS = {
  /** Added script of a card against the floor's, and on 280 cards against 77. */
  cardScriptPerFloor: 2.5,
  cardScriptGrowth: 1.2,
  /** Of 400 changes of text. */
  noiseMs: 2,
  longTasksAdded: 0,
  /** From a card's content to its mark. */
  markFrames: 2,
  markFramesP95: 4,
  popupPerEmpty: 1.5,
  /** A frame: a letter in the search must leave it in time. */
  letterMs: 16.7,
};
