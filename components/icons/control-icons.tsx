import { Glyph, type IconSize } from './glyph';

/** Refresh; turns while `isSpinning`. */
export function RefreshIcon({ isSpinning = false }: { isSpinning?: boolean }) {
  return (
    <Glyph isSpinning={isSpinning}>
      <path d="M16.2 8.2A6.5 6.5 0 0 0 4.5 6.6L3.3 8.1M3.8 11.8A6.5 6.5 0 0 0 15.5 13.4L16.7 11.9" />
      <path d="M3.3 4.3V8.1H7.1M16.7 15.7V11.9H12.9" />
    </Glyph>
  );
}

/** `isCrossed`: the text is visible, and a press hides it. */
export function EyeIcon({ isCrossed }: { isCrossed: boolean }) {
  return (
    <Glyph>
      <path d="M2.5 10C5.5 3.8 14.5 3.8 17.5 10 14.5 16.2 5.5 16.2 2.5 10Z" />
      <circle cx="10" cy="10" r="2.3" />
      {isCrossed && <path d="M4 16.5 16 3.5" />}
    </Glyph>
  );
}

/** Leads out of the extension. */
export function OutwardIcon({ size = 14 }: IconSize) {
  return (
    <Glyph size={size}>
      <path d="M8.5 4.5H4.5V15.5H15.5V11.5M11.5 4H16V8.5M16 4 9.5 10.5" />
    </Glyph>
  );
}

/** A browser page with a row of versions. */
export function PageIcon() {
  return (
    <Glyph>
      <rect x="2.5" y="3.5" width="15" height="13" rx="2.2" />
      <path d="M2.5 7.5H17.5M5.5 11H8M10 11H12.5" />
    </Glyph>
  );
}

/** Back to where the user came from; points to the left. */
export function BackIcon() {
  return (
    <Glyph>
      <path d="M11.5 4.5 6 10 11.5 15.5M6.5 10H15" />
    </Glyph>
  );
}

/** An address. */
export function LinkIcon() {
  return (
    <Glyph size={16}>
      <path d="M8.3 11.7a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-1 1M11.7 8.3a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1-1" />
    </Glyph>
  );
}

/** What was done, in the order of time. */
export function HistoryIcon() {
  return (
    <Glyph>
      <path d="M4 5.2V8.7H7.5M4.3 8.5A6.3 6.3 0 1 1 3.7 11.5M10 6.7V10.3L12.5 11.8" />
    </Glyph>
  );
}

/** Settings: two sliders. */
export function SettingsIcon() {
  return (
    <Glyph>
      <path d="M3 6.5H8.5M13.5 6.5H17M3 13.5H5.5M10.5 13.5H17" />
      <circle cx="11" cy="6.5" r="2.2" />
      <circle cx="8" cy="13.5" r="2.2" />
    </Glyph>
  );
}

/** A magnifying glass. */
export function SearchIcon({ size = 16 }: IconSize) {
  return (
    <Glyph size={size}>
      <circle cx="8.7" cy="8.7" r="5.4" />
      <path d="M12.7 12.7 17 17" />
    </Glyph>
  );
}

/** Closes a dialog, or empties a field. */
export function CloseIcon() {
  return (
    <Glyph>
      <path d="M5 5 15 15M15 5 5 15" />
    </Glyph>
  );
}

/** The sort order: the longest line is the largest value or the latest. */
export function OrderIcon({ isDescending }: { isDescending: boolean }) {
  return (
    <Glyph>
      <path d={isDescending ? 'M3.5 5H12M3.5 10H9.5M3.5 15H7' : 'M3.5 5H7M3.5 10H9.5M3.5 15H12'} />
      <path d={isDescending ? 'M15 4.5V15.5M12.5 13 15 15.5 17.5 13' : 'M15 15.5V4.5M12.5 7 15 4.5 17.5 7'} />
    </Glyph>
  );
}

/** Filters. */
export function FilterIcon() {
  return (
    <Glyph>
      <path d="M3 5H17M5.5 10H14.5M8 15H12" />
    </Glyph>
  );
}

/** Saves a file on the user’s disk. */
export function SaveIcon() {
  return (
    <Glyph>
      <path d="M10 3.5V12.5M6.5 9.2 10 12.7 13.5 9.2M4 16.5H16" />
    </Glyph>
  );
}

/** Rows and columns of a list. */
export function ColumnsIcon() {
  return (
    <Glyph>
      <rect x="3" y="4" width="14" height="12" rx="2" />
      <path d="M3 8H17M8 8V16M12.5 8V16" />
    </Glyph>
  );
}

/** Keys. */
export function KeyboardIcon() {
  return (
    <Glyph>
      <rect x="2.5" y="5" width="15" height="10" rx="2" />
      <path d="M5.5 8.2H5.6M8.5 8.2H8.6M11.5 8.2H11.6M14.5 8.2H14.6M7 11.8H13" />
    </Glyph>
  );
}
