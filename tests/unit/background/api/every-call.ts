import { type CivitaiApi, createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import type { Transport } from '@/entrypoints/background/api/request';
import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import { createFakeFetch, createTransport } from './fake-fetch';
import { model, version } from './ids';

type Call = (api: CivitaiApi, signal?: AbortSignal) => Promise<ApiResult<unknown>>;

export const WITH_KEY: [string, Call][] = [
  ['check', (api, signal) => api.check([version(7)], signal)],
  ['toggle', (api, signal) => api.toggle(version(7), signal)],
  ['vault', (api, signal) => api.vault(signal)],
  ['list', (api, signal) => api.list({ limit: 1 }, signal)],
  ['me', (api, signal) => api.me(signal)],
];

export const PUBLIC: [string, Call][] = [
  ['model', (api, signal) => api.model(model(5), signal)],
  ['models by id', (api, signal) => api.models([model(5)], signal)],
  ['version', (api, signal) => api.version(version(7), signal)],
  ['miniVersion', (api, signal) => api.miniVersion(version(7), signal)],
];

export const EVERY = [...WITH_KEY, ...PUBLIC];

export function failureOf(result: ApiResult<unknown>): ApiFailure {
  if (result.ok) throw new Error('expected a failure');
  return result;
}

/** What a toggle comes to when the site answers `respond`. */
export async function toggleWith(
  respond: Parameters<typeof createFakeFetch>[0],
  changes: Partial<Transport> = {},
  signal?: AbortSignal,
) {
  const fetch = createFakeFetch(respond);
  const api = createCivitaiApi(createTransport(fetch, changes));
  return { ...failureOf(await api.toggle(version(7), signal)), requests: fetch.sent.length };
}

/** Its headers arrive, its body breaks off. */
export function cut(status: number): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"success":tr'));
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { status });
}
