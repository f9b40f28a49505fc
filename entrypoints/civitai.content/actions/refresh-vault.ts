import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';

/**
 * A press on a mark that knows nothing: the vault is read again, and where Civitai doesn't allow that, the user reads why.
 * Nothing is added or removed.
 */
export function createVaultRefresh(
  client: Pick<Client, 'refreshStale' | 'freeSpace'>,
  toast: Toast,
  signal: AbortSignal,
): () => Promise<void> {
  return async () => {
    client.refreshStale(true);
    toast.say(t('toast.looking'));
    const answer = await client.freeSpace();
    if (!answer.ok && !signal.aborted) toast.warn(describeProblem(answer.problem));
  };
}
