/**
 * More than one window of HTTP/2. A connection that drops while the end of a body is awaited ends Chromium 156's network process, and the
 * worker with it. Short bodies meet that often in a burst, this one hardly ever.
 */
const BODY_BYTES = 70_000;

/** A body that can be read only once, so that the browser can't send it again (site-facts.md, "What browsers do to a request"). */
export function streamedBody() {
  return { body: new Response('{}'.padEnd(BODY_BYTES)).body, duplex: 'half' } as const;
}
