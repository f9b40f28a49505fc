import { browser } from 'wxt/browser';
import type { Connection } from '@/utils/account/account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { Need } from '@/utils/vault/fit';

/** What popup and worker ask of a tab: is Vaulted running there, and what is on screen? */
type TabQuestion = { question: 'page' };
export type TabAnswer = {
  session?: string;
  /** Who is signed in, as that tab may show it. */
  kind?: Connection['kind'];
  /** Signed out there: the vault is read with the login of `username`, and the tab is logged in as another. */
  isLogin?: true;
  username?: string;
  versions: number;
  inVault: number;
  /** Vaulted runs there, but waits for the page to finish. */
  isWaiting?: boolean;
  /** Why nothing is known of the versions on the page, in a sentence. */
  problem?: string;
  /** Models and versions that are marked outside of a version list. */
  marked?: number;
  /** The ids of their models, each as often as it is marked, and `undefined` where it is not known. */
  models?: readonly unknown[];
  /** The version that a model page shows, once it is certain which. */
  onScreen?: { versionId: VersionId; modelId: ModelId; modelName?: string; versionName?: string; need?: Need };
  /** Links to models at places that Vaulted doesn't know: the site has changed. */
  unknownPlaces?: number;
};

const QUESTION: TabQuestion = { question: 'page' };

function isTabQuestion(message: unknown): message is TabQuestion {
  return isRecord(message) && message.question === 'page';
}

function isTabAnswer(answer: unknown): answer is TabAnswer {
  return isRecord(answer) && Number.isInteger(answer.versions) && Number.isInteger(answer.inVault);
}

/** Asks the tab what Vaulted shows there. `undefined`: Vaulted does not run there. */
export async function askTab(tabId: number): Promise<TabAnswer | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, QUESTION, { frameId: 0 });
    return isTabAnswer(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Answers the popup's question in a tab until `signal` aborts. `answer` is called each time. */
export function answerTabQuestion(answer: () => TabAnswer, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onMessage = (message: unknown, sender: { id?: string }, respond: (value: TabAnswer) => void): void => {
    if (sender.id === browser.runtime.id && isTabQuestion(message)) respond(answer());
  };
  browser.runtime.onMessage.addListener(onMessage);
  // A script that an update has cut off from its extension has no `runtime` any more.
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(onMessage), { once: true });
}
