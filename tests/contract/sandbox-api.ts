import tls from 'node:tls';
import { type CivitaiApi, createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { request, type Transport } from '@/entrypoints/background/api/request';
import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import { pageAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import type { VaultPage } from '@/entrypoints/background/api/vault-api';
import { selfSigned } from '@/sandbox/http/certificate.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { type ModelId, readModelId, readVersionId, type VersionId } from '@/utils/civitai/ids';
import { isPlainQuery, type ListQuery, writeListQuery } from './list-query.ts';

/** A sandbox, and the extension's own client speaking to it over TLS. */
export type SandboxApi = {
  sandbox: Sandbox;
  /** The client with this key; without one it is signed out. */
  as(key: string | undefined, changes?: Partial<Transport>): SandboxClient;
};

/** The extension's client; its `list` takes every question that the site answers, not only the extension's own. */
type SandboxClient = Omit<CivitaiApi, 'list'> & {
  list(query: ListQuery, signal?: AbortSignal): Promise<ApiResult<VaultPage>>;
};

/** Starts a sandbox of its own; `civitai.com` leads to it for clients made by `as`. */
export async function startSandboxApi(): Promise<SandboxApi> {
  const sandbox = await startSandbox();
  const { cert } = await selfSigned();
  tls.setDefaultCACertificates([...tls.getCACertificates('bundled'), cert]);
  const redirected: typeof fetch = (input, init) =>
    fetch(String(input).replace(/^https:\/\/civitai\.com\//, `https://127.0.0.1:${sandbox.port}/`), init);
  return {
    sandbox,
    as: (key, changes) => createClient({ fetch: redirected, getToken: async () => key, now: Date.now, ...changes }),
  };
}

function createClient(transport: Transport): SandboxClient {
  const api = createCivitaiApi(transport);
  return { ...api, list: (query, signal) => (isPlainQuery(query) ? api.list(query, signal) : list(transport, query)) };
}

async function list(transport: Transport, query: ListQuery): Promise<ApiResult<VaultPage>> {
  const path = `vault/all?${writeListQuery(query)}`;
  const answer = await request(transport, { path, key: 'vault', schema: pageAnswer });
  if (!answer.ok) return answer;
  if (answer.value === 'no-vault') throw new Error('a vault to filter was expected');
  return { ok: true, value: answer.value };
}

/** A version id, for tests. */
export function version(id: number): VersionId {
  const read = readVersionId(String(id));
  if (read === undefined) throw new Error(`${id} is not a version id`);
  return read;
}

/** A model id, for tests. */
export function model(id: number): ModelId {
  const read = readModelId(String(id));
  if (read === undefined) throw new Error(`${id} is not a model id`);
  return read;
}

/** The value of a success; a failure fails the test with what it says. */
export function successOf<T>(result: ApiResult<T>): T {
  if (!result.ok) throw new Error(`expected a success: ${JSON.stringify(result)}`);
  return result.value;
}

/** A failure; a success fails the test. */
export function failureOf(result: ApiResult<unknown>): ApiFailure {
  if (result.ok) throw new Error(`expected a failure: ${JSON.stringify(result.value)}`);
  return result;
}
