import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';
import type { Announcement } from './protocol';

function isAnnouncement(message: unknown): message is Announcement {
  if (!isRecord(message)) return false;
  switch (message.announce) {
    case 'facts':
      return typeof message.session === 'string' && Array.isArray(message.facts);
    case 'connection':
      return isRecord(message.connection) && typeof message.connection.kind === 'string';
    case 'settings':
      return isRecord(message.settings) && Array.isArray(message.settings.hidden);
    case 'snapshot':
      return true;
    case 'result':
      return typeof message.text === 'string';
    case 'sync':
      return isRecord(message.status) && typeof message.status.kind === 'string';
    default:
      return false;
  }
}

/** Calls `hear` with every announcement of the background until `signal` aborts, in tabs and extension pages. */
export function onAnnouncement(hear: (announcement: Announcement) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onMessage = (message: unknown, sender: { id?: string; tab?: unknown }): void => {
    // Only the background sends without a tab: a content script must not be able to announce anything.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    if (isAnnouncement(message)) hear(message);
  };
  browser.runtime.onMessage.addListener(onMessage);
  // A script that an update has cut off from its extension has no `runtime` any more.
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(onMessage), { once: true });
}
