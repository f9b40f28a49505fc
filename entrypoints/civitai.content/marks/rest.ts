/** The pointer means something once it has rested this long: sweeping over a page asks nothing. */
export const POINTER_REST_MS = 250;
