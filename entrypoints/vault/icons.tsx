import { Glyph } from '@/components/icons';

export function SearchIcon() {
  return (
    <Glyph>
      <circle cx="9" cy="9" r="5.5" />
      <path d="M13.2 13.2 17 17" />
    </Glyph>
  );
}

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

export function FilterIcon() {
  return (
    <Glyph>
      <path d="M3 5H17M5.5 10H14.5M8 15H12" />
    </Glyph>
  );
}

export function SaveIcon() {
  return (
    <Glyph>
      <path d="M10 3.5V12.5M6.5 9.2 10 12.7 13.5 9.2M4 16.5H16" />
    </Glyph>
  );
}

export function BinIcon() {
  return (
    <Glyph>
      <path d="M4 5.5H16M8 5.2V3.5H12V5.2M5.5 5.8 6.3 16.5H13.7L14.5 5.8M8.5 8.8V13.5M11.5 8.8V13.5" />
    </Glyph>
  );
}
