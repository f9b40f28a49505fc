import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { NewAccount } from '@/sandbox/accounts/accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';

export type Asked = {
  method?: string;
  /** Sent as `Authorization: Bearer …`. */
  key?: string;
  /** Session cookie's value. */
  session?: string;
  host?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Gives up after this time; the promise rejects. */
  timeoutMs?: number;
};

export type Answered = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: ReturnType<typeof JSON.parse>;
};

function headersOf({ key, session, host = 'civitai.com', headers }: Asked): Record<string, string> {
  return {
    host,
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(session !== undefined && { cookie: `__Secure-civ-token=${session}` }),
    ...headers,
  };
}

function parsed(text: string): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends one real HTTPS request to the sandbox; rejects where no whole answer comes. */
export function ask(sandbox: Sandbox, path: string, asked: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', body, timeoutMs } = asked;
    const options = { host: '127.0.0.1', port: sandbox.port, path, method, headers: headersOf(asked), agent: false };
    const sent = request({ ...options, rejectUnauthorized: false }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) });
      });
    });
    if (timeoutMs !== undefined) sent.setTimeout(timeoutMs, () => sent.destroy(new Error('gave up')));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks with each version's id once; the answer to a toggle. */
export function toggle(
  sandbox: Sandbox,
  key: string,
  versionId: number | string,
  asked: Asked = {},
): Promise<Answered> {
  return ask(sandbox, `/api/v1/vault/toggle-version?modelVersionId=${versionId}`, { method: 'POST', key, ...asked });
}

/** Which of the ids the sandbox says are kept. */
export async function keptIds(sandbox: Sandbox, key: string, versionIds: number[]): Promise<number[]> {
  const answer = await ask(sandbox, `/api/v1/vault/check-vault?modelVersionIds=${versionIds.join(',')}`, { key });
  const entries: { modelVersionId: number; vaultItem: unknown }[] = answer.json;
  return entries.filter(entry => entry.vaultItem !== null).map(entry => entry.modelVersionId);
}

/** A new account that keeps `versionIds` and has `freeKb` of room left. */
export function member(
  sandbox: Sandbox,
  { keeps = [], freeKb = 50_000_000, ...options }: NewAccount & { keeps?: number[]; freeKb?: number } = {},
): { id: number; key: string; session: string; username: string } {
  const { account, key, session } = sandbox.accounts.create(options);
  for (const versionId of keeps) sandbox.vault.add(account.id, versionId);
  sandbox.vault.setStorage(account.id, sandbox.vault.usedKb(account.id) + freeKb);
  return { id: account.id, key, session, username: account.username };
}

/** Ordinary version number `n` of the catalogue. */
export function ordinary(sandbox: Sandbox, n: number): number {
  const version = sandbox.catalogue.ordinaryVersions()[n];
  if (!version) throw new Error(`There is no ordinary version number ${n}`);
  return version.id;
}
