import { useMemo } from 'preact/hooks';
import { useLazy } from '@/components/use-lazy';
import type { VaultState } from '@/entrypoints/vault/account-state/vault-state';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { twiceOf } from '@/utils/vault/twice';

const loadTwice = () => import('@/components/twice/twice-section');

/** Versions that the vault holds more than once, and those that have to come back; loaded once there are any. */
export function TwiceNotice({ state, host }: { state: VaultState; host: VaultHost }) {
  const { items, facts, session } = state;
  const hasTwice = useMemo(() => twiceOf(items ?? []).length > 0, [items]);
  const hasOwed = useMemo(() => [...facts.values()].some(({ owed }) => owed), [facts]);
  const twice = useLazy(hasTwice || hasOwed, loadTwice);
  return twice ? <twice.TwiceSection host={host} session={session} items={items ?? []} facts={facts.values()} /> : null;
}
