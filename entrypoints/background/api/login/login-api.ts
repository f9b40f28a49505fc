import { readChecked, readPage } from '@/entrypoints/background/api/read-vault';
import { type ApiResult, notSent } from '@/entrypoints/background/api/result';
import { type SiteUser, sessionAnswer } from '@/entrypoints/background/api/schemas/public-schemas';
import { checkAnswer, pageAnswer, vaultAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import { IDS_AT_ONCE, type VaultApi } from '@/entrypoints/background/api/vault-api';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import type { VaultItem } from '@/utils/vault/vault-item';
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
    check: (ids, signal) => check(transport, ids, signal),
  };
}

async function check(
  transport: LoginTransport,
  ids: readonly VersionId[],
  signal: AbortSignal | undefined,
): Promise<ApiResult<Map<VersionId, VaultItem | null>>> {
  const asked = new Set(ids.filter(isVersionId));
  if (asked.size > IDS_AT_ONCE) return notSent({ kind: 'unexpected' });
  if (asked.size === 0) return { ok: true, value: new Map() };
  const query = { modelVersionIds: [...asked].join(',') };
  return readChecked(asked, await requestWithLogin(transport, { read: 'check', query, schema: checkAnswer, signal }));
}
