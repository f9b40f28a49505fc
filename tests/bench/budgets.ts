const KB = 1024;

/** Gzipped bytes that each page pays at most. A larger number needs its reason here. */
export const MAX_GZIPPED_BYTES = {
  /** Script and style of every page; texts are in none of it. */
  content: 15 * KB,
  /** The engine's states and the rows of every message are written out: 2 KB more than in one large file each. */
  // 30 KB until two rows of a version could be mended: an addition that is owed outlives the worker, the key and a sign-out. 31 KB until
  // pages had a budget, the key a database of its own, everything from outside a bound, and a toggle was one request on the wire.
  // 40 KB until tabs that were open before got marks, and the vault could be read with the site's own login.
  // 44 KB until removals had a grace, and the vault was compared with what the site still has.
  // 48 KB until the browser's menu, keys and address bar led to the vault.
  // 46.5 KB until a swap looked at the site's own answer, and the free space followed what the user does. 0.5 KB of it: eleven cuts of
  // zod and idb took the place of fifty, too many to mend with every new version.
  worker: 48 * KB,
  /** Everything that the popup loads before its first frame. */
  // 26 KB until versions could be copied, and the page's own be added from it.
  popup: 28 * KB,
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
  /** Against the same page without an extension: marks are drawn in frames that the page makes anyway. */
  styleRecalculations: 1.05,
  /** A mark is painted into the card's own layer; each layer more costs memory and time in every frame that is scrolled. */
  layersAdded: 0,
  /** Timers and observers of ours that ran while only texts changed. */
  idleCallbacks: 0,
  /** What Chromium itself rounds a shift to is below it. */
  layoutShift: 0.0005,
  /** A page of the list has 200 items; this many when nothing has changed. */
  incrementalSyncRequests: 1,
  /** Asked of Civitai besides the toggles of 60 intents made at once; plain ones are looked at for a second row. */
  questions: {
    streamed: { checks: 4, quotas: 4, lists: 0 },
    plain: { checks: 6, quotas: 6, lists: 2 },
    perIntentWithFaults: 2,
  },
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
  /** Of a card, on 77 cards and on 280. The floor knows nothing: what is above it is the price of a true mark. */
  cardScriptPerFloor: 1.8,
  /** The main thread in all: a mark has more to draw than the floor's, but not much more. */
  cardTaskPerFloor: 2,
  /** Main thread during 400 changes of text, against no extension: none of them is of interest. */
  noisePerNone: 1.2,
  /** Main thread while ten texts change once a second each: nothing of ours runs, marks only are in the way. */
  idleTaskPerNone: 1.03,
  /** Main thread of a screen of the feed: React makes the cards, a mark is a small part of each. */
  scrollTaskPerNone: 1.1,
  longTasksAdded: 0,
  /** Seven frames: a worker wakes in about 70 ms, and the page's first cards are the ones that are looked at. */
  firstMarkMs: 120,
  /** From a card's content to its mark. */
  markFrames: 2,
  markFramesP95: 4,
  popupPerEmpty: 1.5,
  /** From sleep to the first answer: what keeps the user safe may cost a part of it, and not more. */
  workerPerOlder: 1.25,
  /** First sync of 20,000 items: reading and keeping what comes may take as long again as fetching it. */
  syncPerFetch: 2,
  /** Of the worker with 20,000 items against 5,000: it looks items up, it doesn't hold them. */
  workerHeapGrowth: 2,
  /** First screen of a list of 20,000 items: longer than this, people take a page for stuck. */
  listMs: 400,
  /** A letter in the search must leave its frame in time. */
  letterMs: 16.7,
  /** Of the page with 20,000 items against 5,000: less than the items themselves grow by. */
  pageHeapGrowth: 3,
};
