import { Glyph } from '@/components/icons';

/** Closes a dialog, or empties a field. */
export function CloseIcon() {
  return (
    <Glyph>
      <path d="M5 5 15 15M15 5 5 15" />
    </Glyph>
  );
}

/** Which way it goes: the longest line is the most, or the latest. */
export function OrderIcon({ isDescending }: { isDescending: boolean }) {
  return (
    <Glyph>
      <path d={isDescending ? 'M3.5 5H12M3.5 10H9.5M3.5 15H7' : 'M3.5 5H7M3.5 10H9.5M3.5 15H12'} />
      <path d={isDescending ? 'M15 4.5V15.5M12.5 13 15 15.5 17.5 13' : 'M15 15.5V4.5M12.5 7 15 4.5 17.5 7'} />
    </Glyph>
  );
}

/** Less and less gets through. */
export function FilterIcon() {
  return (
    <Glyph>
      <path d="M3 5H17M5.5 10H14.5M8 15H12" />
    </Glyph>
  );
}

/** Ends as a file on the user’s disk. */
export function SaveIcon() {
  return (
    <Glyph>
      <path d="M10 3.5V12.5M6.5 9.2 10 12.7 13.5 9.2M4 16.5H16" />
    </Glyph>
  );
}
