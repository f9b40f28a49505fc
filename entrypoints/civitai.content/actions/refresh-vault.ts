import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';

/**
 * What a press leads to where nothing is known: the vault is read again, and where Civitai doesn't allow that, or the browser keeps no list, the user reads why.
 * Nothing is added or removed.
 */
export async function refreshVault(client: Pick<Client, 'refreshStale' | 'freeSpace'>, toast: Toast): Promise<void> {
  client.refreshStale(true);
  toast.say(t('toast.looking'));
  const answer = await client.freeSpace(true);
  const problem = answer.ok ? answer.value.listProblem : answer.problem;
  if (problem) toast.warn(describeProblem(problem));
}
