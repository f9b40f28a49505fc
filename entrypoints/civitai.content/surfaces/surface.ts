import type { PlaceName } from '@/utils/settings/settings';

/** The sizes of marks. */
export type MarkKind = 'card' | 'row' | 'line';

/** Where a mark goes: last child of `host`, absolutely positioned there, so that it takes no room. */
export type Place = {
  host: HTMLElement;
  /** CSS offsets from the host's edges, such as `{ top: '8px', right: '8px' }`. */
  at: { top?: string; right?: string; bottom?: string; left?: string };
  /** The host is not positioned by the site's own styles, so that it has to become what `at` is measured from. */
  isStatic?: boolean;
};

/** One kind of place where models are shown. */
export type Surface = {
  /** What the user can switch off. */
  group: PlaceName;
  /** What the link to a model looks like here; the first row of the table that fits counts. */
  link: string;
} & (
  | {
      /** `card`: on a picture. `row`: in a row of a list. `line`: beside one line of small text, with room for nothing else. */
      kind: MarkKind;
      /** Where its mark goes; `undefined` if this is not what it looks like after all: then the rows below are asked. */
      place(link: HTMLAnchorElement): Place | undefined;
    }
  /** The link itself is underlined, nothing is added. */
  | { kind: 'text' }
  /** A place that nobody knows: a plain mark where that is safe, otherwise the link is outlined. */
  | { kind: 'lost'; place(link: HTMLAnchorElement): Place | undefined }
  /** Stays as it is. */
  | { kind: 'never' }
);

/** A row of the table. What it says of itself is for people and tests: the build leaves it out. */
export type Row = Surface & {
  name: string;
  /** The day on which this was last seen true. */
  seen: string;
};
