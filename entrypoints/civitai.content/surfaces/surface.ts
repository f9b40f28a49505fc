import type { PlaceName } from '@/utils/settings/settings';

/** The sizes of marks. */
export type MarkKind = 'card' | 'row' | 'line';

/** Where a mark goes: last child of `host`, absolutely positioned there, so that it takes no room. */
export type Place = {
  host: HTMLElement;
  /** CSS offsets from the host's edges, such as `{ top: '8px', right: '8px' }`. */
  at: { top?: string; right?: string; bottom?: string; left?: string };
  /** The site's own styles don't position the host: a rule of ours does, so that `at` is measured from it. */
  isStatic?: boolean;
};

/** One kind of place where the site shows models. */
export type Surface = {
  /** The setting that switches it off. */
  group: PlaceName;
  /** A selector for the link to a model; the first row of the table that fits counts. */
  link: string;
} & (
  | {
      /** `card`: on a picture. `row`: in a row of a list. `line`: beside one line of small text, with room for nothing else. */
      kind: MarkKind;
      /** Where its mark goes. `undefined`: the link only looks like this kind, and the rows below are tried. */
      place(link: HTMLAnchorElement): Place | undefined;
    }
  /** The link itself is underlined, nothing is added. */
  | { kind: 'text' }
  /** A place that no other row describes: a plain mark where that is safe, otherwise its words are underlined. */
  | { kind: 'unknown-place'; place(link: HTMLAnchorElement): Place | undefined }
  /** Gets no mark. */
  | { kind: 'never' }
);

/** A row of the table. Name and day are for readers and tests; the build leaves them out. */
export type Row = Surface & {
  name: string;
  /** The day on which this was last seen true. */
  seen: string;
};
