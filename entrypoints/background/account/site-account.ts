import type { LoginApi } from '@/entrypoints/background/api/login/login-api';
import type { SiteAccount } from '@/utils/account/site-account';
import { ok, type Result } from '@/utils/problem';
import type { Account } from './account';
import { signedInOf } from './account-store';

type Services = { account: Pick<Account, 'connection'>; api: Pick<LoginApi, 'siteUser'> };

/** Compares the user of the site with the owner of the vault: two accounts in one browser are common (site-facts.md H.5). */
export async function compareSiteAccount({ account, api }: Services): Promise<Result<SiteAccount>> {
  const answer = await api.siteUser();
  if (!answer.ok) return answer;
  const user = answer.value;
  if (!user) return ok({ who: 'nobody' });
  const owner = signedInOf(await account.connection())?.userId;
  if (owner === undefined) return ok({ who: 'unsure' });
  if (owner === user.userId) return ok({ who: 'owner' });
  return ok({ who: 'other', ...(user.username !== undefined && { username: user.username }) });
}
