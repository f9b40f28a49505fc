import { Glyph, type IconSize } from './glyph';

/** Something is under way. */
export function BusyIcon() {
  return (
    <Glyph isSpinning size={16}>
      <path d="M10 3A7 7 0 1 0 17 10" />
    </Glyph>
  );
}

/** Information; nothing is wrong. */
export function InfoIcon() {
  return (
    <Glyph>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9.3V13.6M10 6.4V6.5" />
    </Glyph>
  );
}

/** A warning. */
export function WarningIcon() {
  return (
    <Glyph>
      <path d="M8.8 3.6 2.2 15.1A1.4 1.4 0 0 0 3.4 17.2H16.6A1.4 1.4 0 0 0 17.8 15.1L11.2 3.6A1.4 1.4 0 0 0 8.8 3.6Z" />
      <path d="M10 8V11.3M10 14.1V14.2" />
    </Glyph>
  );
}

/** It failed. */
export function ErrorIcon({ size = 18 }: IconSize) {
  return (
    <Glyph size={size}>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7.4 7.4 12.6 12.6M12.6 7.4 7.4 12.6" />
    </Glyph>
  );
}

/** It worked, or is stored. */
export function CheckIcon({ size = 18 }: IconSize) {
  return (
    <Glyph size={size}>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M6.8 10.2 9.1 12.6 13.3 7.7" />
    </Glyph>
  );
}

/** It can be added. */
export function PlusIcon({ size = 18 }: IconSize) {
  return (
    <Glyph size={size}>
      <path d="M10 4.5V15.5M4.5 10H15.5" />
    </Glyph>
  );
}

/** Pending. */
export function ClockIcon({ size = 18 }: IconSize) {
  return (
    <Glyph size={size}>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.8V10L12.8 11.8" />
    </Glyph>
  );
}
