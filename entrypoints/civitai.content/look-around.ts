import { listen } from '@/utils/announcements';
import { describeProblem } from '@/utils/sentences';
import type { Client } from './client';
import type { Toast } from './toast';

/**
 * What a press means of a mark that doesn't know: the vault is read again, and whoever pressed hears why where that comes to nothing.
 * Nothing is added or removed.
 */
export function createLookAround(client: Pick<Client, 'expire'>, toast: Toast, signal: AbortSignal): () => void {
  let isAwaited = false;
  listen(announcement => {
    if (announcement.announce !== 'sync' || !isAwaited) return;
    const { status } = announcement;
    isAwaited = status.kind === 'syncing';
    if (status.kind === 'failed') toast.warn(describeProblem(status.problem));
  }, signal);
  return () => {
    isAwaited = true;
    client.expire(true);
    toast.say('Vaulted hasn’t read your whole vault yet. This mark changes as soon as it has.');
  };
}
