import type { LoginApi } from '@/entrypoints/background/api/login/login-api';
import type { UsableLogin } from '@/utils/account/usable-login';
import type { Result } from '@/utils/problem';
import { ok } from '@/utils/problem';
import type { Account } from './account';

type Services = { account: Pick<Account, 'connection'>; api: Pick<LoginApi, 'siteUser'> };

/**
 * Whether the vault can be shown with the site's own login: only while no account is signed in, and only if civitai.com names a user to
 * the worker. Where the browser gives the worker no cookies, it names none.
 */
export async function readUsableLogin({ account, api }: Services): Promise<Result<UsableLogin>> {
  if ((await account.connection()).kind !== 'signed-out') return ok({});
  const answer = await api.siteUser();
  if (!answer.ok || !answer.value) return ok({});
  const { username } = answer.value;
  return ok({ user: username === undefined ? {} : { username } });
}
