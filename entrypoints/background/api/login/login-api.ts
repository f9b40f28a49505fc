import { checkVersions, readPage } from '@/entrypoints/background/api/read-vault';
import type { ApiResult } from '@/entrypoints/background/api/result';
import { type SiteUser, sessionAnswer } from '@/entrypoints/background/api/schemas/user-schemas';
import { checkAnswer, pageAnswer, vaultAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import { type LoginTransport, requestWithLogin } from './login-request';

/** What the site's own login lets Vaulted read: nothing here can change a vault. */
export type LoginApi = Pick<VaultApi, 'check' | 'list' | 'vault'> & {
  /** Who is logged in on civitai.com in this browser; `null`: no user is, or the worker gets no cookies. */
  siteUser(signal?: AbortSignal): Promise<ApiResult<SiteUser | null>>;
};

/** The four reads, one function for each. Nothing is retried, kept or guessed here, and nothing rejects. */
export function createLoginApi(transport: LoginTransport): LoginApi {
  return {
    siteUser: signal => requestWithLogin(transport, { read: 'session', schema: sessionAnswer, signal }),
    vault: signal => requestWithLogin(transport, { read: 'vault', schema: vaultAnswer, signal }),
    async list(query, signal) {
      return readPage(await requestWithLogin(transport, { read: 'list', query, schema: pageAnswer, signal }));
    },
    check: (ids, signal) =>
      checkVersions(ids, modelVersionIds =>
        requestWithLogin(transport, { read: 'check', query: { modelVersionIds }, schema: checkAnswer, signal }),
      ),
  };
}
