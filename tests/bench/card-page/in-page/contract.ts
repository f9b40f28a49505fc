/** What the page does on demand; runs in the page, as the site's own script would. */
type CardPage = {
  /** Rows of seven full cards, one for each address. */
  fill(hrefs: string[]): void;
  /** `rows` times: so many rows that are filled a frame later, as many go at the other end, eight counters change. */
  churn(hrefs: string[], rows: number, atOnce?: number): Promise<void>;
  /**
   * One row of full cards at a moment between two frames. Resolves with how many frames were painted until each of its marks was in
   * its right state, and how many ms that took; `Infinity` after five seconds.
   */
  time(hrefs: string[], states: string[]): Promise<MarkTime[]>;
  /** That many counters get another text; nothing else changes. */
  noise(changes: number): Promise<void>;
  /** The first so many counters, in cards on screen, change once a second each, for so long. */
  tick(counters: number, ms: number): Promise<void>;
  /** Nothing of the page happens any more. */
  rest(ms: number): Promise<void>;
  /** Long tasks and layout shift since the last call. */
  troubles(): Troubles;
};

export type MarkTime = { frames: number; ms: number };
export type Troubles = { longTasks: number; layoutShift: number };

declare global {
  interface Window {
    cardPage: CardPage;
  }
}
