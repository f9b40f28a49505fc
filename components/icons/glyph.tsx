import type { ComponentChildren } from 'preact';

/** The edge length, px. */
export type IconSize = { size?: number };

/** An outline glyph on a 20-unit grid; decorative, because a text beside it says the same. */
export function Glyph({
  size = 18,
  isSpinning = false,
  children,
}: IconSize & { isSpinning?: boolean; children: ComponentChildren }) {
  return (
    <svg
      class={isSpinning ? 'spin' : undefined}
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
