/** @jsxImportSource react */

/** The word mark, drawn by hand: a hexagon alone on a narrow screen, the word beside it otherwise. */
export function Logo() {
  return (
    <svg className="logo" width="107" height="26" viewBox="0 0 107 26" aria-hidden="true">
      <g className="logo-word" fill="none" strokeWidth="4.6" strokeLinejoin="miter">
        <path
          stroke="currentColor"
          d="M20 4.3H6.3L2.3 8v10l4 3.7H20M25.8 2v22M31 2l8 19 8-19M53 2v22M57.5 4.3h17M66 4.3V24"
        />
        <path className="logo-accent" stroke="#1971c2" d="M76.3 24V8l4-3.7h12V24M76.3 15.5h16M101.5 2v22" />
      </g>
      <g className="logo-mark">
        <path fill="#1c7ed6" d="M13 0l12.5 6.8v12.4L13 26 .5 19.200V6.800z" />
        <path fill="#0b1526" d="M13 3l9.700 5.400v9.200L13 23l-9.700-5.400V8.400z" />
        <path
          fill="none"
          stroke="#fff"
          strokeWidth="2.600"
          d="M17.600 10.600L13 8l-4.700 2.700v4.700L13 18l4.600-2.600"
        />
      </g>
    </svg>
  );
}
