import { isOurs } from '@/entrypoints/civitai.content/dom/host';
import { MODEL_LINK } from '@/entrypoints/civitai.content/surfaces/link-target';
import type { Hydration } from './hydration';

/** What changed on the page in one turn of its script. */
export type Finding = {
  /** Links that came, changed or went (then they are not connected any more). */
  links: HTMLAnchorElement[];
  /** Marks of ours that the page removed, without what they stood in. */
  removedMarks: HTMLElement[];
};

export type LinkWatch = {
  /** Begins with the links that are there; again, once more of them are ready. */
  start(): void;
  /** Runs what changes nodes of ours alone: the browser makes a record of each, and to look at them would cost as much as the drawing. */
  unseen(draw: () => void): void;
};

/**
 * THE MutationObserver. Looks at added and removed nodes and at changed `href`s only, never at the whole page again.
 * Reports once for each turn of the page's own script, before the page is painted; changes of text and our own nodes cause no report.
 */
export function createLinkWatch(
  report: (finding: Finding) => void,
  { isReady }: Pick<Hydration, 'isReady'>,
  signal: AbortSignal,
): LinkWatch {
  const links = new Set<HTMLAnchorElement>();
  const removedMarks = new Set<HTMLElement>();
  const flush = (): void => {
    if (links.size + removedMarks.size === 0) return;
    const finding = { links: [...links].filter(isReady), removedMarks: [...removedMarks] };
    links.clear();
    removedMarks.clear();
    report(finding);
    observer.takeRecords();
  };
  const take = (records: readonly MutationRecord[]): void => {
    for (const record of records) {
      if (record.type === 'attributes') collectChanged(record, links);
      else collectMoved(record, links, removedMarks);
    }
    flush();
  };
  const observer = new MutationObserver(take);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    start() {
      const attributeFilter = ['href', 'data-vaulted'];
      observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter });
      collectLinks(document.body, links);
      flush();
    },
    unseen(draw) {
      // What the page has changed before, in the same turn, is not lost.
      take(observer.takeRecords());
      draw();
      observer.takeRecords();
    },
  };
}

function collectLinks(root: Element, links: Set<HTMLAnchorElement>): void {
  if (root instanceof HTMLAnchorElement) links.add(root);
  // Most nodes that come and go are leaves.
  if (root.hasChildNodes()) for (const link of root.querySelectorAll<HTMLAnchorElement>(MODEL_LINK)) links.add(link);
}

function collectChanged({ target, attributeName }: MutationRecord, links: Set<HTMLAnchorElement>): void {
  if (!(target instanceof HTMLAnchorElement)) return;
  // Our own writing is reported as well: only a removed attribute is news.
  if (attributeName !== 'data-vaulted' || !target.hasAttribute('data-vaulted')) links.add(target);
}

function collectMoved(
  { target, addedNodes, removedNodes }: MutationRecord,
  links: Set<HTMLAnchorElement>,
  removedMarks: Set<HTMLElement>,
): void {
  for (const node of addedNodes) if (isElement(node) && !isOurs(node)) collectLinks(node, links);
  for (const node of removedNodes) {
    if (!isElement(node)) continue;
    if (!isOurs(node)) collectLinks(node, links);
    else if (node instanceof HTMLElement && target.isConnected) removedMarks.add(node);
  }
}

/** Costs less than `instanceof`, and every node that comes or goes is asked. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
