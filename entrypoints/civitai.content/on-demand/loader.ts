import type { Hydration } from '@/entrypoints/civitai.content/site/hydration';
import { MODEL_LINK } from '@/entrypoints/civitai.content/surfaces/link-target';
import { parseModelPage } from '@/utils/civitai/civitai-url';
import { ask } from '@/utils/messages/ask';
import { loadOnDemandScript } from '@/utils/messages/rows/requests';
import type { OnDemandParts, OnDemandScript } from './contract';

/** Loads the on-demand script, which most pages never need. */
export type OnDemandLoader = {
  /** The script, once it runs. */
  current(): OnDemandScript | undefined;
  /** Loads and starts it, once. `undefined`: that failed; the next call tries again. */
  load(): Promise<OnDemandScript | undefined>;
  /** Tells the script of a new address, in a hydrated page. On a model page's address it is loaded first. */
  urlChanged(): void;
};

/**
 * On a model page the browser has loaded the script already (wxt.config.ts); anywhere else the worker runs it here when it is first
 * needed. It hands over its start function in our scripts' own world; `start` calls that.
 */
export function createOnDemandLoader(
  start: (create: (parts: OnDemandParts) => OnDemandScript) => OnDemandScript,
  { isOver, isReady }: Pick<Hydration, 'isOver' | 'isReady'>,
  signal: AbortSignal,
): OnDemandLoader {
  let script: OnDemandScript | undefined;
  let loading: Promise<OnDemandScript | undefined> | undefined;

  const startIfThere = (): OnDemandScript | undefined => {
    // An element of the page whose id is that name would be found there, too.
    if (signal.aborted || typeof globalThis.vaultedOnDemand !== 'function') return undefined;
    script = start(globalThis.vaultedOnDemand);
    const links = [...document.querySelectorAll<HTMLAnchorElement>(MODEL_LINK)].filter(isReady);
    script.linksChanged({ links, removedMarks: [] });
    if (isOver()) script.urlChanged();
    return script;
  };
  const fetchScript = async (): Promise<OnDemandScript | undefined> => {
    await ask(loadOnDemandScript);
    loading = undefined;
    return script ?? startIfThere();
  };
  const load = async (): Promise<OnDemandScript | undefined> => {
    if (script ?? startIfThere()) return script;
    loading ??= fetchScript();
    return loading;
  };
  return {
    load,
    current: () => script,
    urlChanged() {
      if (!isOver()) return;
      if (script) script.urlChanged();
      else if (parseModelPage(location.href, location.href)) void load();
    },
  };
}
