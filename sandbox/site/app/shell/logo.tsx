/** @jsxImportSource react */

/** The word mark, drawn by hand: the word where there is room, otherwise a hexagon. */
export function Logo() {
  return (
    <>
      <svg className="logo logo-word" width="143" height="35" viewBox="0 0 107 26" aria-hidden="true">
        <g fill="none" strokeWidth="4.6">
          <path
            stroke="currentColor"
            d="M20 4.3H6.3L2.3 8v10l4 3.7H20M25.8 2v22M31 2l8 19 8-19M53 2v22M57.5 4.3h17M66 4.3V24"
          />
          <path stroke="#1971c2" d="M76.3 24V8l4-3.7h12V24M76.3 15.5h16M101.5 2v22" />
        </g>
      </svg>
      <svg className="logo logo-mark" width="36" height="36" viewBox="0 0 26 26" aria-hidden="true">
        <path fill="#1c7ed6" d="M13 0l12.5 6.8v12.4L13 26 .5 19.2V6.8z" />
        <path fill="#0b1526" d="M13 3l9.7 5.4v9.2L13 23l-9.7-5.4V8.4z" />
        <path fill="none" stroke="#fff" strokeWidth="2.6" d="M17.6 10.6L13 8l-4.7 2.7v4.7L13 18l4.600-2.6" />
      </svg>
    </>
  );
}
