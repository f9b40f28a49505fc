/** The vault door whose handle is a check mark; the same drawing as `assets/vaulted.svg`. Decorative. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
      <defs>
        <linearGradient id="vaulted-door" x1="12" y1="116" x2="116" y2="12" gradientUnits="userSpaceOnUse">
          <stop stop-color="#1864ab" />
          <stop offset="0.55" stop-color="#1585a3" />
          <stop offset="1" stop-color="#1ebd8e" />
        </linearGradient>
      </defs>
      <rect x="4" y="4" width="120" height="120" rx="30" fill="url(#vaulted-door)" />
      <g fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round">
        <path d="M35.5 35.5 30 30M92.5 35.5 98 30M35.5 92.5 30 98M92.5 92.5 98 98" stroke-width="10" />
        <circle cx="64" cy="64" r="38" stroke-width="8" />
        <path d="M47.5 59.5 60 77.5 82.5 48" stroke-width="12" />
      </g>
    </svg>
  );
}
