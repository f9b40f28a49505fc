import { browser } from 'wxt/browser';
import { discardDatabases, openVaultDatabase } from '@/entrypoints/background/storage/database';
import { isBeyondRepair } from '@/entrypoints/background/storage/verdict';
import { removeFigures } from '@/utils/account/snapshot';
import { connectionOf, readAccount } from './account-store';
import type { AccountParts } from './refresh-account';

/** The snapshot goes first: a worker killed in between leaves an account without figures, never figures without an account. */
export async function replaceAccountBy(parts: AccountParts, change: () => Promise<unknown>): Promise<void> {
  parts.endSession();
  await removeFigures();
  await change();
  parts.snapshotChanged();
  parts.connectionChanged(connectionOf(await readAccount()));
}

/** Begins with a new store. Looks once more: what can be opened by now is not thrown away. */
export async function discardStore(parts: AccountParts): Promise<void> {
  const isFine = await openVaultDatabase().then(
    () => true,
    () => false,
  );
  if (isFine || !isBeyondRepair()) return;
  parts.endSession();
  await removeFigures();
  await browser.storage.session.clear();
  await discardDatabases();
  parts.snapshotChanged();
  parts.connectionChanged(connectionOf(await readAccount()));
}
