const PER_ROW = 7;

/** The site's own shape (site-facts.md A.0), without React: what is measured is the extension's alone. */
const CARD = `<a class="linkOrClick"><div class="picture"></div></a>
    <div class="header"><div class="flex w-full items-start justify-between">
      <div class="flex flex-wrap gap-1"><span>LORA</span></div>
      <div class="flex flex-col items-center gap-2"><button aria-label="More options">…</button><button data-activity="create:model-card">+</button></div>
    </div></div>
    <div class="footer"><b></b><span class="count">1</span> <span class="count">2</span></div>`;

export type Rows = ReturnType<typeof createRows>;

function emptyCard(): HTMLElement {
  const card = document.createElement('div');
  card.className = 'relative flex overflow-hidden rounded-md flex-col';
  card.append(document.createElement('div'));
  return card;
}

/** Rows of cards at the end of `scroller`. */
export function createRows(scroller: Element) {
  const pattern = document.createElement('template');
  pattern.innerHTML = CARD;

  function fillCard(card: Element, href: string): void {
    const filled = document.importNode(pattern.content, true);
    const link = filled.querySelector('a');
    link?.setAttribute('href', href);
    link?.setAttribute('aria-label', `Model ${href}`);
    const name = filled.querySelector('b');
    if (name) name.textContent = `Model ${href}`;
    card.firstElementChild?.append(filled);
  }

  let at = 0;
  return {
    perRow: PER_ROW,
    /** A new row of empty cards. */
    add(): HTMLElement {
      const row = document.createElement('div');
      row.className = 'row';
      row.append(...Array.from({ length: PER_ROW }, emptyCard));
      scroller.append(row);
      return row;
    },
    /** Gives the row's cards their content; the addresses follow each other from call to call. */
    fill(row: Element, hrefs: readonly string[]): void {
      for (const card of row.children) fillCard(card, hrefs[at++ % hrefs.length] ?? '');
    },
    /** The next row takes the first address. */
    restart(): void {
      at = 0;
    },
    removeFirst: () => scroller.firstElementChild?.remove(),
    moveToFront: (row: Element) => scroller.prepend(row),
  };
}
