import { vi } from 'vitest';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import type { VersionsAnswer } from '@/utils/messages/protocol';
import type { VersionFact } from '@/utils/vault/membership';
import { signedIn } from './fake-client';

type Listener = (message: unknown, sender: object) => void;

/** The browser's messaging, as far as a page uses it. */
export const messaging = {
  sendMessage: vi.fn<(message: { vaulted: string; arg?: unknown }) => Promise<unknown>>(),
  listeners: new Set<Listener>(),
};

/** Takes the place of `wxt/browser`. */
export const browser = {
  runtime: {
    id: 'vaulted',
    sendMessage: messaging.sendMessage,
    onMessage: {
      addListener: (listener: Listener) => messaging.listeners.add(listener),
      removeListener: (listener: Listener) => messaging.listeners.delete(listener),
    },
  },
};

/** A page with a frame every 16 ms of a clock that the test moves. */
export function startPage(visibilityState: DocumentVisibilityState = 'visible'): AbortController {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  const timeline = {
    get currentTime() {
      return Math.floor(Date.now() / 16);
    },
  };
  vi.stubGlobal('document', { visibilityState, timeline });
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  messaging.sendMessage.mockReset();
  return new AbortController();
}

/** Ends what `startPage` began. */
export function endPage(page: AbortController): void {
  page.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
}

export function versionId(value: number): VersionId {
  if (!isVersionId(value)) throw new Error('not an id');
  return value;
}

export const id = versionId(7);

/** An answer about the version {@link id}. */
export function answerWith(state: VersionFact['state'], asOf: number): VersionsAnswer {
  return { connection: signedIn, facts: [{ versionId: id, state, asOf }] };
}

/** The worker: what it knows at once, and what the check answers once it is let go by calling the result. */
export function worker(cached: VersionsAnswer, checked: VersionsAnswer): () => void {
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  messaging.sendMessage.mockImplementation(async ({ vaulted }) => {
    if (vaulted === 'cached-versions') return cached;
    if (vaulted === 'refresh-if-stale') return undefined;
    await gate;
    return checked;
  });
  return letGo;
}

/** The messages of this name that the page has sent. */
export function sent(name: string) {
  return messaging.sendMessage.mock.calls.filter(([{ vaulted }]) => vaulted === name);
}
