import type { OnDemandParts, OnDemandScript } from '@/entrypoints/civitai.content/start-on-demand';
import { MODEL_LINK } from '@/entrypoints/civitai.content/surfaces/model-link';
import { parseModelPage } from '@/utils/civitai/civitai-url';
import { send } from '@/utils/messages/send';

/** The way to the second script, which most pages never need. */
export type OnDemandLoader = {
  /** What is there of it now. */
  current(): OnDemandScript | undefined;
  /** Brings it, once. `undefined`: it could not be brought; the next call tries again. */
  load(): Promise<OnDemandScript | undefined>;
  /** The address shown is a model page's: brings it where it is, and tells it. */
  urlChanged(): void;
};

/**
 * With a model page the browser has loaded the second script already (wxt.config.ts); anywhere else the background runs it here
 * when it is first asked for. It hands itself over in our scripts' own world; `begin` starts it.
 */
export function createOnDemandLoader(
  begin: (create: (kit: OnDemandParts) => OnDemandScript) => OnDemandScript,
  signal: AbortSignal,
): OnDemandLoader {
  let script: OnDemandScript | undefined;
  let loading: Promise<OnDemandScript | undefined> | undefined;

  const start = (): OnDemandScript | undefined => {
    // An element whose id is that name would be found there, too.
    if (signal.aborted || typeof globalThis.vaultedOnDemand !== 'function') return undefined;
    script = begin(globalThis.vaultedOnDemand);
    script.linksChanged({ links: [...document.querySelectorAll<HTMLAnchorElement>(MODEL_LINK)], lost: [] });
    script.urlChanged();
    return script;
  };
  const fetchScript = async (): Promise<OnDemandScript | undefined> => {
    await send('load-on-demand-script');
    loading = undefined;
    return script ?? start();
  };
  const load = async (): Promise<OnDemandScript | undefined> => {
    if (script ?? start()) return script;
    loading ??= fetchScript();
    return loading;
  };
  return {
    load,
    current: () => script,
    urlChanged() {
      if (script) script.urlChanged();
      else if (parseModelPage(location.href, location.href)) void load();
    },
  };
}
