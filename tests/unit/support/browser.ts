import { afterAll } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** An object of the browser's, and what it holds while nothing is replaced in it. */
type Original = { object: object; own: object };

const originals: Original[] = [fakeBrowser, ...Object.values(fakeBrowser)]
  .filter(value => typeof value === 'object' && value !== null)
  .map(object => ({ object, own: { ...object } }));

// Files share a process: what one of them replaced in the browser, the next would meet.
afterAll(() => {
  for (const { object, own } of originals) {
    for (const name of Object.keys(object)) if (!(name in own)) Reflect.deleteProperty(object, name);
    Object.assign(object, own);
  }
});
