import { browser } from 'wxt/browser';
import { ask } from '@/utils/messages/ask';
import { answerRemoval, removalQuestion, removalVerdict } from '@/utils/messages/rows/own-ground-requests';
import { undoConfirmed } from '@/utils/messages/rows/removal-requests';
import type { ConfirmHost } from './confirm-host';

/** The host in production: the browser and the background. `id`: the question's. */
export function createBrowserHost(id: string): ConfirmHost {
  return {
    readQuestion: () => ask(removalQuestion, { id }),
    readVerdict: () => ask(removalVerdict, { id }),
    answer: isConfirmed => ask(answerRemoval, { id, isConfirmed }),
    undo: async versionId => void (await ask(undoConfirmed, { versionId })),
    close: () => void closeTab(),
    now: () => Date.now(),
  };
}

async function closeTab(): Promise<void> {
  try {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  } catch {
    // It is closed already.
  }
}
