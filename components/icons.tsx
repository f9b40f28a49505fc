import type { ComponentChildren } from 'preact';

type Size = { size?: number };

/** An outline glyph on a 20-unit grid; decorative, the words beside it say it all. */
export function Glyph({
  size = 18,
  spinning = false,
  children,
}: Size & { spinning?: boolean; children: ComponentChildren }) {
  return (
    <svg
      class={spinning ? 'spin' : undefined}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Turns while `spinning`. */
export function RefreshIcon({ spinning = false }: { spinning?: boolean }) {
  return (
    <Glyph spinning={spinning}>
      <path d="M16.2 8.2A6.5 6.5 0 0 0 4.5 6.6L3.3 8.1M3.8 11.8A6.5 6.5 0 0 0 15.5 13.4L16.7 11.9" />
      <path d="M3.3 4.3V8.1H7.1M16.7 15.7V11.9H12.9" />
    </Glyph>
  );
}

/** Three quarters of a circle, turning. */
export function BusyIcon() {
  return (
    <Glyph spinning size={16}>
      <path d="M10 3A7 7 0 1 0 17 10" />
    </Glyph>
  );
}

/** `crossed`: what can be seen now is hidden by a press. */
export function EyeIcon({ crossed }: { crossed: boolean }) {
  return (
    <Glyph>
      <path d="M2.5 10C5.5 3.8 14.5 3.8 17.5 10 14.5 16.2 5.5 16.2 2.5 10Z" />
      <circle cx="10" cy="10" r="2.3" />
      {crossed && <path d="M4 16.5 16 3.5" />}
    </Glyph>
  );
}

/** Worth knowing, and nothing is wrong. */
export function InfoIcon() {
  return (
    <Glyph>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9.3V13.6M10 6.4V6.5" />
    </Glyph>
  );
}

/** Something may be lost. */
export function WarningIcon() {
  return (
    <Glyph>
      <path d="M8.8 3.6 2.2 15.1A1.4 1.4 0 0 0 3.4 17.2H16.6A1.4 1.4 0 0 0 17.8 15.1L11.2 3.6A1.4 1.4 0 0 0 8.8 3.6Z" />
      <path d="M10 8V11.3M10 14.1V14.2" />
    </Glyph>
  );
}

/** It didn’t work. */
export function ErrorIcon({ size = 18 }: Size) {
  return (
    <Glyph size={size}>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7.4 7.4 12.6 12.6M12.6 7.4 7.4 12.6" />
    </Glyph>
  );
}

/** It worked, or is stored. */
export function CheckIcon({ size = 18 }: Size) {
  return (
    <Glyph size={size}>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M6.8 10.2 9.1 12.6 13.3 7.7" />
    </Glyph>
  );
}

/** Leads out of the extension. */
export function OutwardIcon({ size = 14 }: Size) {
  return (
    <Glyph size={size}>
      <path d="M8.5 4.5H4.5V15.5H15.5V11.5M11.5 4H16V8.5M16 4 9.5 10.5" />
    </Glyph>
  );
}

/** A browser page with a row of versions on it. */
export function PageIcon() {
  return (
    <Glyph>
      <rect x="2.5" y="3.5" width="15" height="13" rx="2.2" />
      <path d="M2.5 7.5H17.5M5.5 11H8M10 11H12.5" />
    </Glyph>
  );
}

/** It takes its time: pending. */
export function ClockIcon({ size = 18 }: Size) {
  return (
    <Glyph size={size}>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.8V10L12.8 11.8" />
    </Glyph>
  );
}

/** A magnifying glass. */
export function SearchIcon({ size = 16 }: Size) {
  return (
    <Glyph size={size}>
      <circle cx="8.7" cy="8.7" r="5.4" />
      <path d="M12.7 12.7 17 17" />
    </Glyph>
  );
}
