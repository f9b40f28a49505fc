/** Switches of one running sandbox. Change them at any time; the next request obeys. */
export type Settings = {
  /** `real`: as the site behaves (site-facts.md F and G). `documented`: as the public documentation says. */
  flavour: 'real' | 'documented';
  /** Age of what the read replica shows. 0: up to date (site-facts.md F.0). */
  replicaLagMs: number;
  /** The same for single versions, so that one browser can run cases with and without lag side by side. */
  replicaLagMsByVersion: Map<number, number>;
  /** Time between a toggle's look at what exists and its write: the gap in which a second toggle sees the old state (F.5). */
  toggleGapMs: number;
  /** Every API route answers 451 (site-facts.md E). */
  regionBlocked: boolean;
  /** The region is a restricted one: mature models and versions are hidden, but for the mini look-up (G.1, G.3, G.4). */
  regionHidesMature: boolean;
  /** `/me` answers 403 to a key without the UserRead bit. */
  meNeedsUserRead: boolean;
  /** Versions the processing job cannot process (F.6). */
  processingFails: Set<number>;
  /** HTTP/2 for clients that can; off: HTTP/1.1 only. A session that is open goes on: `disconnect()` ends it. */
  http2: boolean;
  /** Keep API connections open, as the site does: when a reused one drops, browsers send a request again by themselves. */
  keepAlive: boolean;
  /** The site leaves the `Next.js-hydration` measure (C.5). */
  hydrationMeasure: boolean;
  /** How long after the document React hydrates it; a moment when left out. */
  hydrationDelayMs: number | undefined;
  /** How tRPC answers and `__NEXT_DATA__` are written (B.6, F.12). */
  trpcEncoding: 'superjson' | 'devalue';
  /** `__NEXT_DATA__` carries the model. Off: as when the server's prefetch failed, the page asks for it itself (B.6). */
  modelPrefetch: boolean;
  /** The figures on cards change all the time while a page is open. */
  liveCounters: boolean;
};

/** The default switches, with `changes` on top. */
export function createSettings(changes: Partial<Settings> = {}): Settings {
  return {
    flavour: 'real',
    replicaLagMs: 0,
    replicaLagMsByVersion: new Map(),
    toggleGapMs: 10,
    regionBlocked: false,
    regionHidesMature: false,
    meNeedsUserRead: true,
    processingFails: new Set(),
    http2: true,
    keepAlive: true,
    hydrationMeasure: true,
    hydrationDelayMs: undefined,
    trpcEncoding: 'superjson',
    modelPrefetch: true,
    liveCounters: true,
    ...changes,
  };
}
