import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect` in the browser; on the server, where there is no layout, React would complain of it. */
export const useClientLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
