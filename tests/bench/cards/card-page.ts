import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';

/** What a page of our own does on demand; runs in the page, as the site's own script would. */
export type CardPage = {
  /** Rows of seven full cards, one for each address. */
  fill(hrefs: string[]): void;
  /** `rows` times: so many rows that are filled a frame later, as many go at the other end, eight counters change. */
  churn(hrefs: string[], rows: number, atOnce?: number): Promise<void>;
  /**
   * One row of full cards at a moment between two frames. Resolves with how many frames were painted until each of its marks was in
   * its right state, and how many ms that took; `Infinity` after five seconds.
   */
  time(hrefs: string[], states: string[]): Promise<{ frames: number; ms: number }[]>;
  /** That many counters get another text; nothing else changes. */
  noise(changes: number): Promise<void>;
  /** Nothing of the page happens any more. */
  rest(ms: number): Promise<void>;
  /** Long tasks and layout shift since the last call. */
  troubles(): { longTasks: number; layoutShift: number };
};

declare global {
  interface Window {
    cardPage: CardPage;
  }
}

/** Runs in the page. The cards have the site's own shape (site-facts.md A.0), without React: what is measured is ours alone. */
function setUp(): void {
  const PER_ROW = 7;
  const pattern = document.createElement('template');
  pattern.innerHTML = `<a class="linkOrClick"><div class="picture"></div></a>
    <div class="header"><div class="flex w-full items-start justify-between">
      <div class="flex flex-wrap gap-1"><span>LORA</span></div>
      <div class="flex flex-col items-center gap-2"><button aria-label="More options">…</button><button data-activity="create:model-card">+</button></div>
    </div></div>
    <div class="footer"><b></b><span class="count">1</span> <span class="count">2</span></div>`;
  const scroller = document.querySelector('.scroll-area') ?? document.body;
  let at = 0;
  let longTasks = 0;
  let layoutShift = 0;
  new PerformanceObserver(list => {
    longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) layoutShift += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift' });
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const addRow = (): HTMLElement => {
    const row = document.createElement('div');
    row.className = 'row';
    for (let n = 0; n < PER_ROW; n += 1) {
      const card = document.createElement('div');
      card.className = 'relative flex overflow-hidden rounded-md flex-col';
      card.append(document.createElement('div'));
      row.append(card);
    }
    scroller.append(row);
    return row;
  };
  const fillRow = (row: HTMLElement, hrefs: string[]): void => {
    for (const card of row.children) {
      const href = hrefs[at++ % hrefs.length] ?? '';
      const filled = document.importNode(pattern.content, true);
      const link = filled.querySelector('a');
      link?.setAttribute('href', href);
      link?.setAttribute('aria-label', `Model ${href}`);
      const name = filled.querySelector('b');
      if (name) name.textContent = `Model ${href}`;
      card.firstElementChild?.append(filled);
    }
  };
  const count = (changes: number): void => {
    const counters = document.querySelectorAll('.count');
    for (let n = 0; n < changes; n += 1) {
      const text = counters[(n * 31) % counters.length]?.firstChild;
      if (text) text.nodeValue = String(Number(text.nodeValue) + 1);
    }
  };
  /** Calls `look` in every frame after layout, right before it is painted, until it says that it has seen enough. */
  const beforePaint = (look: () => boolean): void => {
    const probe = document.createElement('div');
    probe.style.cssText = 'position:fixed;height:1px;width:1px';
    document.body.append(probe);
    let isWide = false;
    const nudge = () => {
      isWide = !isWide;
      probe.style.width = isWide ? '2px' : '1px';
    };
    let isFirst = true;
    const observer = new ResizeObserver(() => {
      if (!isFirst && look()) {
        observer.disconnect();
        probe.remove();
        return;
      }
      isFirst = false;
      requestAnimationFrame(nudge);
    });
    observer.observe(probe);
  };
  window.cardPage = {
    fill(hrefs) {
      for (let n = 0; n < hrefs.length; n += PER_ROW) fillRow(addRow(), hrefs);
    },
    async churn(hrefs, rows, atOnce = 1) {
      for (let n = 0; n < rows; n += atOnce) {
        const added = Array.from({ length: atOnce }, addRow);
        await frame();
        for (const row of added) {
          fillRow(row, hrefs);
          scroller.firstElementChild?.remove();
        }
        count(8);
        await frame();
      }
    },
    time(hrefs, states) {
      return new Promise(resolve => {
        const results = hrefs.map(() => ({ frames: Number.POSITIVE_INFINITY, ms: Number.POSITIVE_INFINITY }));
        let frames = -1;
        let startedAt = 0;
        let row: HTMLElement | undefined;
        beforePaint(() => {
          if (!row) return false;
          frames += 1;
          const ms = performance.now() - startedAt;
          results.forEach((result, index) => {
            const mark = row?.children[index]?.querySelector<HTMLElement>(':scope > [data-vaulted]');
            const isRight = mark?.dataset.vaulted === states[index];
            if (isRight && result.frames === Number.POSITIVE_INFINITY) Object.assign(result, { frames, ms });
          });
          const isDone = ms > 5_000 || results.every(result => result.frames < Number.POSITIVE_INFINITY);
          if (isDone) resolve(results);
          return isDone;
        });
        // Any moment between two frames.
        setTimeout(
          () => {
            at = 0;
            row = addRow();
            fillRow(row, hrefs);
            scroller.prepend(row);
            frames = 0;
            startedAt = performance.now();
          },
          60 + Math.random() * 16,
        );
      });
    },
    async noise(changes) {
      for (let n = 0; n < changes; n += 20) {
        count(20);
        await frame();
      }
    },
    async rest(ms) {
      await new Promise(resolve => setTimeout(resolve, ms));
      await frame();
    },
    troubles() {
      const seen = { longTasks, layoutShift };
      longTasks = 0;
      layoutShift = 0;
      return seen;
    },
  };
}

const STYLE = `
  body { margin: 0; } .scroll-area { height: 100vh; overflow-y: auto; } .row { display: grid; grid-template-columns: repeat(7, 1fr); gap: 8px; height: 210px; }
  .relative { position: relative; overflow: hidden; height: 202px; background: #333; color: #eee; } .relative > div { position: relative; height: 100%; }
  .header, .footer { position: absolute; left: 0; width: 100%; } .header { top: 0; } .footer { bottom: 0; } .picture { height: 202px; }
  .flex { display: flex; } .flex-col { flex-direction: column; } .justify-between { justify-content: space-between; } button { width: 30px; height: 30px; }
`;

/** A page of our own at an address of the site. It has cards as the site has them, and does nothing by itself. `isHydrated`: Vaulted may begin. */
export async function openCardPage(browser: TestBrowser, { isHydrated = true } = {}): Promise<Page> {
  const page = await browser.newPage();
  const url = 'https://civitai.com/cards';
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (request.url() !== url) return void request.respond({ status: 204 });
    const script = `(${setUp.toString()})()`;
    const body = `<!doctype html><title>Cards</title><style>${STYLE}</style><div class="scroll-area"></div><script>${script}</script>`;
    return void request.respond({ status: 200, contentType: 'text/html', body });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => window.cardPage !== undefined);
  // What the content script waits for (site-facts.md C.5).
  if (isHydrated) await page.evaluate(() => void performance.measure('Next.js-hydration'));
  return page;
}
