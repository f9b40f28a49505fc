import type { CloserLook, Kit } from '@/entrypoints/civitai.content/start-on-demand';
import { MODEL_LINK } from '@/entrypoints/civitai.content/surfaces/model-link';
import { parseModelPage } from '@/utils/civitai/civitai-url';
import { send } from '@/utils/messages/send';

/** The way to the second script, which most pages never need. */
export type Closer = {
  /** What is there of it now. */
  now(): CloserLook | undefined;
  /** Brings it, once. `undefined`: it could not be brought; the next call tries again. */
  bring(): Promise<CloserLook | undefined>;
  /** The address shown is a model page's: brings it where it is, and tells it. */
  arrive(): void;
};

/**
 * With a model page the browser has loaded the second script already (wxt.config.ts); anywhere else the background runs it here
 * when it is first asked for. It hands itself over in our scripts' own world; `begin` starts it.
 */
export function createCloser(begin: (create: (kit: Kit) => CloserLook) => CloserLook, signal: AbortSignal): Closer {
  let look: CloserLook | undefined;
  let coming: Promise<CloserLook | undefined> | undefined;

  const start = (): CloserLook | undefined => {
    // An element whose id is that name would be found there, too.
    if (signal.aborted || typeof globalThis.vaultedCloserLook !== 'function') return undefined;
    look = begin(globalThis.vaultedCloserLook);
    look.meet({ links: [...document.querySelectorAll<HTMLAnchorElement>(MODEL_LINK)], lost: [] });
    look.arrive();
    return look;
  };
  const fetchIt = async (): Promise<CloserLook | undefined> => {
    await send('closer-look');
    coming = undefined;
    return look ?? start();
  };
  const bring = async (): Promise<CloserLook | undefined> => {
    if (look ?? start()) return look;
    coming ??= fetchIt();
    return coming;
  };
  return {
    bring,
    now: () => look,
    arrive() {
      if (look) look.arrive();
      else if (parseModelPage(location.href, location.href)) void bring();
    },
  };
}
