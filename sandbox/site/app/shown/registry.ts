/** A model or version that stands on screen at this moment, as the component that shows it reports it. */
export type Shown = {
  /** Where: `card`, `recommended`, `resource-used`, `text` … (README.md). */
  surface: string;
  modelId: number;
  /** Only where the entry names one version. */
  versionId?: number;
  /** False where it is shown without any link to it. */
  linked: boolean;
};

/** The same, as tests get it. */
export type ShownEntry = Shown & {
  /** The card, row or link itself; what holds all links of this one entry. */
  element: Element;
  /** Finds the element in the document as it is now. */
  selector: string;
};

type Entry = { what: Shown; read: () => Element | null };

const entries = new Set<Entry>();

/** Reports that something is shown; the answer takes it back. */
export function report(what: Shown, read: () => Element | null): () => void {
  const entry = { what, read };
  entries.add(entry);
  return () => entries.delete(entry);
}

/** Everything that is shown now, in the order of the document. */
export function listShown(): ShownEntry[] {
  const found = [...entries].flatMap(({ what, read }) => {
    const element = read();
    return element?.isConnected ? [{ ...what, element, selector: selectorOf(element) }] : [];
  });
  return found.sort((a, b) => {
    if (a.element === b.element) return 0;
    return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** By place alone: neither ids nor classes, which change. */
function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let node: Element | null = element; node?.parentElement; node = node.parentElement) {
    steps.unshift(`:nth-child(${[...node.parentElement.children].indexOf(node) + 1})`);
  }
  return [':root', ...steps].join(' > ');
}
