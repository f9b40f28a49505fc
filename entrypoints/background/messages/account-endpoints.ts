import type { Account } from '@/entrypoints/background/account/account';
import { readFreeSpace } from '@/entrypoints/background/account/figures';
import { compareSiteAccount } from '@/entrypoints/background/account/site-account';
import type { CatalogueApi } from '@/entrypoints/background/api/civitai-api';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import { isRecord } from '@/utils/is-record';
import { freeSpace, refreshAccount, signIn, signOut, siteAccount, startAfresh } from '@/utils/messages/requests';
import { endpoint } from './endpoint';
import { isAbsent, isOptionalFlag } from './guards';

export type AccountServices = {
  api: Pick<CatalogueApi, 'siteUser'>;
  account: Account;
  mirror: Pick<Mirror, 'refreshIfStale'>;
};

const MAX_KEY_LENGTH = 4_096;

/** The key, whose it is, and the figures of its vault. */
export function accountEndpoints(services: AccountServices) {
  const { account, mirror } = services;
  return [
    endpoint(signIn, isKey, ({ key, isBrief }) => account.signIn(key, isBrief)),
    endpoint(signOut, isAbsent, () => account.signOut().then(() => undefined)),
    endpoint(refreshAccount, isAbsent, () => {
      void mirror.refreshIfStale();
      return account.refresh();
    }),
    endpoint(startAfresh, isAbsent, () => account.startAfresh().then(() => undefined)),
    endpoint(freeSpace, isAbsent, () => readFreeSpace(account.refresh)),
    endpoint(siteAccount, isAbsent, () => compareSiteAccount(services)),
  ];
}

function isKey(arg: unknown): arg is { key: string; isBrief?: boolean } {
  return (
    isRecord(arg) && typeof arg.key === 'string' && arg.key.length <= MAX_KEY_LENGTH && isOptionalFlag(arg.isBrief)
  );
}
