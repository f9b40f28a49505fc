import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { describeProblem } from '@/utils/sentences/sentences';

/**
 * What a press means of a mark that doesn't know: the vault is read again, and whoever pressed hears why where Civitai doesn't let it
 * be read. Nothing is added or removed.
 */
export function createAskAgain(
  client: Pick<Client, 'refreshStale' | 'freeSpace'>,
  toast: Toast,
  signal: AbortSignal,
): () => Promise<void> {
  return async () => {
    client.refreshStale(true);
    toast.say('Not known yet. Vaulted is asking Civitai, and this mark changes as soon as it knows.');
    const answer = await client.freeSpace();
    if (!answer.ok && !signal.aborted) toast.warn(describeProblem(answer.problem));
  };
}
