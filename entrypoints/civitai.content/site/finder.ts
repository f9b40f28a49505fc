import { isOurs } from '@/entrypoints/civitai.content/dom/host';
import { MODEL_LINK } from '@/entrypoints/civitai.content/surfaces/model-link';

/** What the finder saw in one moment. */
export type Finding = {
  /** Links that came, changed or went (then they are not connected any more). */
  links: HTMLAnchorElement[];
  /** Marks of ours that somebody has taken out of the page, without what they stood in. */
  lost: HTMLElement[];
};

/**
 * THE MutationObserver. Looks at added and removed nodes and at changed `href`s only, never at the whole page again;
 * reports once for each time that the page's own script has run, before the page is painted. Changes of text and our own nodes cause no
 * report.
 */
export function watchLinks(found: (finding: Finding) => void, signal: AbortSignal): void {
  const links = new Set<HTMLAnchorElement>();
  const lost = new Set<HTMLElement>();
  const report = (): void => {
    if (links.size + lost.size === 0) return;
    const finding = { links: [...links], lost: [...lost] };
    links.clear();
    lost.clear();
    found(finding);
  };
  const collect = (root: Element): void => {
    if (root instanceof HTMLAnchorElement) links.add(root);
    // Most of what comes and goes are leaves.
    if (root.firstElementChild)
      for (const link of root.querySelectorAll<HTMLAnchorElement>(MODEL_LINK)) links.add(link);
  };
  const read = ({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): void => {
    if (type === 'attributes') {
      // Our own writing is told as well: only a mark that is gone is news.
      if (!(target instanceof HTMLAnchorElement)) return;
      if (attributeName !== 'data-vaulted' || !target.hasAttribute('data-vaulted')) links.add(target);
      return;
    }
    for (const node of addedNodes) if (node instanceof Element && !isOurs(node)) collect(node);
    for (const node of removedNodes) {
      if (!(node instanceof HTMLElement)) continue;
      if (!isOurs(node)) collect(node);
      else if (target.isConnected) lost.add(node);
    }
  };
  const readAll = (records: MutationRecord[]): void => {
    records.forEach(read);
    report();
  };
  const observer = new MutationObserver(readAll);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href', 'data-vaulted'],
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  collect(document.body);
  report();
}
