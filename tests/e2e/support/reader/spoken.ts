import type { ElementHandle, Page, SerializedAXNode } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';

/** An element: a selector, and one inside its shadow root. */
export type Where = { host: string; inside: string } | string;

/** States that a reader names where they differ from the usual. */
const STATES = [
  'focused',
  'disabled',
  'expanded',
  'haspopup',
  'modal',
  'checked',
  'pressed',
  'invalid',
  'busy',
] as const;

/** What a reader is told of a node: role, name, then description and states that differ from the usual. */
function wordsOf(node: SerializedAXNode): string {
  const { role, name = '', description } = node;
  const states = STATES.flatMap(state => {
    const value = node[state];
    return value === undefined || value === false ? [] : [value === true ? state : `${state}: ${value}`];
  });
  const said = [
    `${role} “${name}”`,
    ...(description ? [`· “${description}”`] : []),
    ...states.map(each => `[${each}]`),
  ];
  // Without the marks of direction around values, and whatever the space before a unit.
  return said
    .join(' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\u00a0/g, ' ');
}

async function elementAt(page: Page, where: Where): Promise<ElementHandle<Node> | undefined> {
  await openRoots(page);
  const [host, inside] = typeof where === 'string' ? [where, undefined] : [where.host, where.inside];
  const handle = await page.evaluateHandle(
    (outer, inner) => {
      const found = document.querySelector(outer);
      return inner === undefined ? found : (found?.shadowRoot?.querySelector(inner) ?? null);
    },
    host,
    inside,
  );
  return handle.asElement() ?? undefined;
}

/** What the accessibility tree of Chromium has of one element; `undefined` where there is none. */
export async function spokenAt(page: Page, where: Where): Promise<string | undefined> {
  const root = await elementAt(page, where);
  const node = root && (await page.accessibility.snapshot({ root, interestingOnly: false }));
  return node ? wordsOf(node) : undefined;
}

/** What a reader finds in a part of the page, from top to bottom: the part itself, its controls, headings and live regions. */
export async function spokenIn(page: Page, where: Where): Promise<string[]> {
  const root = await elementAt(page, where);
  const node = root && (await page.accessibility.snapshot({ root, interestingOnly: false }));
  return node ? walk(node) : [];
}

const LIVE = /^(status|alert)$/;
const SPOKEN =
  /^(dialog|alertdialog|button|link|checkbox|radio|textbox|searchbox|combobox|heading|DisclosureTriangle)$/;
/** Of lists of terms: a reader says what stands in them. */
const TOLD = /^(term|definition)$/;

/** A live region has no name: what stands in it is said. */
function textIn({ role, name, children = [] }: SerializedAXNode): string {
  return role === 'StaticText' ? (name ?? '') : children.map(textIn).filter(Boolean).join(' ');
}

function walk(node: SerializedAXNode): string[] {
  const { role, children = [] } = node;
  const inside = children.flatMap(walk);
  // What can be pressed in a live region is found as well.
  if (LIVE.test(role) || TOLD.test(role)) return [wordsOf({ ...node, name: textIn(node) }), ...inside];
  return SPOKEN.test(role) ? [wordsOf(node), ...inside] : inside;
}
