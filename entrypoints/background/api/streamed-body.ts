/**
 * A body that can be read only once. Not an empty one: where its connection drops, Chromium's network process ends more often, and the worker
 * with it (site-facts.md, "What browsers do to a request").
 */
export function streamedBody() {
  return { body: new Response('{}').body, duplex: 'half' } as const;
}
