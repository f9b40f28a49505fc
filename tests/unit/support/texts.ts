import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getMessage } from './english';

// The stand-in for the browser lacks it.
Object.assign(fakeBrowser.i18n, { getMessage });

// A test that takes its own globals back takes this one along.
beforeEach(() => {
  if (!('chrome' in globalThis)) vi.stubGlobal('chrome', fakeBrowser);
});

/** The user's clock has 24 hours, whatever the machine's has. */
const { resolvedOptions } = Intl.DateTimeFormat.prototype;
// Files share a process: what the one before has changed is not changed again.
if (resolvedOptions.name !== 'readWith24Hours') {
  Intl.DateTimeFormat.prototype.resolvedOptions = function readWith24Hours() {
    return { ...resolvedOptions.call(this), hourCycle: 'h23' };
  };
}
