import type * as z from 'zod/mini';
import { createLoginApi, type LoginApi } from '@/entrypoints/background/api/login/login-api';
import { type MiniVersion, miniAnswer } from '@/entrypoints/background/api/schemas/mini-schema';
import type { PublicModel, PublicVersion } from '@/entrypoints/background/api/schemas/public-schemas';
import { modelAnswer, modelsAnswer, versionAnswer } from '@/entrypoints/background/api/schemas/public-schemas';
import { meAnswer } from '@/entrypoints/background/api/schemas/user-schemas';
import { checkAnswer, pageAnswer, toggleAnswer, vaultAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import { isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';
import { checkVersions, readPage } from './read-vault';
import { type Ask, request, type Transport } from './request';
import { type ApiResult, notSent } from './result';
import { createStreams, type Streams } from './streams';
import { IDS_AT_ONCE, type ListParams, type ToggleAnswer, type VaultApi, type VaultPage } from './vault-api';

/** The public look-ups: sent without the key, unless they have to be fresh. 404 is `not-available` with `gone`: deleted, unpublished and private look the same. */
export type CatalogueApi = {
  model(id: ModelId, signal?: AbortSignal): Promise<ApiResult<PublicModel>>;
  /**
   * At most {@link IDS_AT_ONCE} models, without those that the site doesn't list for everyone. Its silence about a model means nothing
   * (site-facts.md G.2).
   */
  models(ids: readonly ModelId[], signal?: AbortSignal): Promise<ApiResult<PublicModel[]>>;
  version(id: VersionId, signal?: AbortSignal): Promise<ApiResult<PublicVersion>>;
  miniVersion(id: VersionId, signal?: AbortSignal): Promise<ApiResult<MiniVersion>>;
};

export type CivitaiApi = VaultApi & CatalogueApi & Pick<LoginApi, 'siteUser'>;

/** The site's API, one function per endpoint. Nothing is retried, kept or guessed here, and nothing rejects. */
export function createCivitaiApi(transport: Transport, streams = createStreams(transport)): CivitaiApi {
  const { siteUser } = createLoginApi(transport);
  return { ...createVaultApi(transport, streams), ...createCatalogueApi(transport), siteUser };
}

function createVaultApi(transport: Transport, streams: Streams): VaultApi {
  return {
    check: (ids, signal) =>
      checkVersions(ids, asked =>
        request(transport, {
          path: `vault/check-vault?modelVersionIds=${asked}`,
          key: 'vault',
          schema: checkAnswer,
          signal,
        }),
      ),
    toggle: (id, signal, isStreamed) => toggle(transport, streams, id, { signal, isStreamed }),
    carriesStreams: streams.areCarried,
    vault: signal => request(transport, { path: 'vault/get', key: 'vault', schema: vaultAnswer, signal }),
    list: (params, signal) => list(transport, params, signal),
    me: signal => request(transport, { path: 'me', key: 'me', schema: meAnswer, signal }),
  };
}

function createCatalogueApi(transport: Transport): CatalogueApi {
  return {
    model: (id, signal) => lookUp(transport, `models/${id}`, modelAnswer, signal),
    models: (ids, signal) => lookUp(transport, `models?${modelsQuery(ids)}`, modelsAnswer, signal),
    version: (id, signal) => lookUp(transport, `model-versions/${id}`, versionAnswer, signal),
    miniVersion: (id, signal) => lookUp(transport, `model-versions/mini/${id}`, miniAnswer, signal),
  };
}

async function toggle(
  transport: Transport,
  streams: Streams,
  id: VersionId,
  how: Pick<Ask<never>, 'signal' | 'isStreamed'>,
): Promise<ApiResult<ToggleAnswer>> {
  if (!isVersionId(id)) return notSent({ kind: 'unexpected' });
  const path = `vault/toggle-version?modelVersionId=${id}`;
  const answer = await request(transport, { path, method: 'POST', key: 'vault', schema: toggleAnswer, ...how });
  if (answer.ok) return answer.value === 'no-vault' ? notSent({ kind: 'no-vault' }) : { ok: true, value: answer.value };
  if (how.isStreamed && answer.sent === 'maybe') streams.forget();
  return answer;
}

async function list(
  transport: Transport,
  params: ListParams,
  signal: AbortSignal | undefined,
): Promise<ApiResult<VaultPage>> {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
  // The documentation asks for encoded spaces.
  const path = `vault/all?${query.toString().replaceAll('+', '%20')}`;
  return readPage(await request(transport, { path, key: 'vault', schema: pageAnswer, signal }));
}

/** Asks for mature and archived models as well. */
function modelsQuery(ids: readonly ModelId[]): string {
  return `ids=${ids.join(',')}&nsfw=true&archived=true&limit=${IDS_AT_ONCE}`;
}

async function lookUp<T>(
  transport: Transport,
  path: string,
  schema: z.ZodMiniType<T>,
  signal: AbortSignal | undefined,
): Promise<ApiResult<T>> {
  const { isFresh, now } = transport;
  // A page that was kept for others would be found by its address alone.
  const own = `${path}${path.includes('?') ? '&' : '?'}fresh=${now()}`;
  const answer = await request(transport, { path: isFresh ? own : path, key: isFresh ? 'me' : 'none', schema, signal });
  if (answer.ok || answer.status !== 404) return answer;
  // Only the API itself may say that something is gone: a stray error page may not.
  const problem = answer.refusal
    ? ({ kind: 'not-available', obstacle: 'gone' } as const)
    : ({ kind: 'unreadable' } as const);
  return { ...answer, problem };
}
