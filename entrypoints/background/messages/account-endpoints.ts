import type { Account } from '@/entrypoints/background/account/account';
import { freeSpaceOf, KEEP_FRESH_MS, readFigures } from '@/entrypoints/background/account/figures';
import { compareSiteAccount } from '@/entrypoints/background/account/site-account';
import { readUsableLogin } from '@/entrypoints/background/account/usable-login';
import type { LoginApi } from '@/entrypoints/background/api/login/login-api';
import { createCachedResults } from '@/entrypoints/background/availability/cached-results';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import { storageProblem } from '@/entrypoints/background/storage/verdict';
import { createSingleFlight } from '@/entrypoints/background/timing/single-flight';
import { type Snapshot, sessionOf } from '@/utils/account/account';
import type { UsableLogin } from '@/utils/account/usable-login';
import { isRecord } from '@/utils/is-record';
import { showWithLogin, usableLogin } from '@/utils/messages/rows/login-requests';
import { freeSpace, refreshAccount, signIn, signOut, siteAccount, startAfresh } from '@/utils/messages/rows/requests';
import { fail, ok, type Result } from '@/utils/problem';
import { endpoint } from './endpoint';
import { isAbsent, isOptionalFlag } from './guards';

export type AccountServices = {
  api: Pick<LoginApi, 'siteUser'>;
  account: Account;
  mirror: Pick<Mirror, 'refreshIfStale'>;
  now: () => number;
};

const MAX_KEY_LENGTH = 4_096;

/** The key, whose it is, and the figures of its vault. */
export function accountEndpoints(services: AccountServices) {
  const { account, mirror, now } = services;
  const read = createCachedResults<Snapshot>({ now, maxAgeMs: KEEP_FRESH_MS });
  const offered = createSingleFlight<Result<UsableLogin>>();
  return [
    endpoint(signIn, isKey, ({ key, isBrief }) => account.signIn(key, isBrief)),
    endpoint(signOut, isAbsent, () => account.signOut().then(() => undefined)),
    endpoint(refreshAccount, isAbsent, () => {
      void mirror.refreshIfStale();
      return account.refresh();
    }),
    endpoint(startAfresh, isAbsent, () => account.startAfresh().then(() => undefined)),
    endpoint(freeSpace, isOptionalFlag, async isFresh => {
      const session = sessionOf(await account.connection());
      const refresh = () => read(session ?? '', account.refresh);
      return freeSpaceOf(await readFigures(session, refresh, now(), isFresh), storageProblem());
    }),
    endpoint(usableLogin, isAbsent, async (_, { isPrivate }) =>
      isPrivate ? ok({}) : offered('', () => readUsableLogin(services)),
    ),
    endpoint(showWithLogin, isAbsent, async (_, { isPrivate }) =>
      isPrivate ? fail({ kind: 'not-signed-in' }) : account.showWithLogin(),
    ),
    endpoint(siteAccount, isAbsent, () => compareSiteAccount(services)),
  ];
}

function isKey(arg: unknown): arg is { key: string; isBrief?: boolean } {
  return (
    isRecord(arg) && typeof arg.key === 'string' && arg.key.length <= MAX_KEY_LENGTH && isOptionalFlag(arg.isBrief)
  );
}
