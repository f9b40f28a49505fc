import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { VaultItem } from '@/utils/vault/vault-item';
import { itemOf } from './items';
import type { Oracle } from './oracle';
import type { PostFate, ReadFate, Scenario } from './scenario';
import { around, oneAfterAnother } from './scripted';
import type { Row, ServerModel } from './server-model';
import { asVersion } from './versions';

/** How an answer comes back; `delivered` runs only if the worker is still there to hear it. */
type Answer<T> = (value: ApiResult<T>, delivered?: () => void) => void;

const TIME_OUT_MS = 20_000;

type Parts = {
  scenario: Scenario;
  server: ServerModel;
  oracle: Oracle;
  now(): number;
  /** The browser's clock. */
  wall(): number;
  /** Later, in the browser: not while the laptop sleeps. */
  locally(delayMs: number, run: () => void): void;
  /** Later, on the server. */
  remotely(delayMs: number, run: () => void): void;
};

type ToggleAnswer = { now: 'in'; itemId: number } | { now: 'out' };

/** What lies between worker and server: every request meets the fate that the scenario has for it. */
export function createNetwork({ scenario, server, oracle, now, wall, locally, remotely }: Parts) {
  const next = {
    lag: around(scenario.lags, 0),
    latency: around(scenario.latencies, 1),
    attempt: oneAfterAnother<PostFate>(scenario.attempts, { kind: 'answered' }),
    check: oneAfterAnother<ReadFate>(scenario.checks, 'answered'),
    quota: oneAfterAnother<ReadFate>(scenario.quotas, 'answered'),
  };

  function check(ids: readonly VersionId[], answer: Answer<Map<VersionId, VaultItem | null>>): void {
    const fate = next.check();
    const latency = next.latency();
    const askedAt = now();
    if (fate !== 'answered' && fate !== 'left-out') {
      locally(fate === 'timed-out' ? TIME_OUT_MS : latency, () => answer(readFailure(fate)));
      return;
    }
    const found = new Map<VersionId, VaultItem | null>();
    remotely(latency / 2, () => {
      for (const id of ids) {
        const row = server.check(id, next.lag());
        found.set(id, row && itemOfRow(row));
      }
      if (fate === 'left-out') found.delete(ids[0] ?? asVersion(1));
    });
    locally(latency, () => answer({ ok: true, value: found }, () => oracle.looked(found, askedAt)));
  }

  function toggle(id: VersionId, session: string | undefined, answer: Answer<ToggleAnswer>): unknown {
    const fate = next.attempt();
    const latency = next.latency();
    const attempt = oracle.attempts(id, session, fate.kind !== 'not-sent', wall);
    const commit = () => {
      const { itemId } = server.toggle(id, next.lag(), 'us');
      oracle.committed(attempt);
      return itemId;
    };
    const failLater = (ms: number, failure: ApiFailure) => locally(ms, () => answer(failure));
    switch (fate.kind) {
      case 'answered': {
        let itemId: number | undefined;
        remotely(latency / 2, () => {
          itemId = commit();
        });
        return locally(latency, () => {
          const now: ToggleAnswer = itemId === undefined ? { now: 'out' } : { now: 'in', itemId };
          answer({ ok: true, value: now }, () => oracle.told(id, now.now));
        });
      }
      case 'lost':
        if (fate.commit !== undefined) remotely(fate.commit, commit);
        return failLater(fate.lostAt, { ok: false, sent: 'maybe', problem: { kind: fate.problem } });
      case 'status': {
        if (fate.commit !== undefined) remotely(fate.commit, commit);
        const { status, retryAfterMs } = fate;
        const problem: Problem =
          status === 429 ? { kind: 'limited', until: wall() + (retryAfterMs ?? 30_000) } : { kind: 'site-error' };
        const failure: ApiFailure = { ok: false, sent: 'answered', status, problem };
        return failLater(latency, retryAfterMs === undefined ? failure : { ...failure, retryAfterMs });
      }
      case 'broken': {
        if (fate.commits) remotely(latency / 2, commit);
        const refusal = { code: 'P2024', hasCause: false };
        return failLater(latency, {
          ok: false,
          sent: 'answered',
          status: 500,
          problem: { kind: 'site-error' },
          refusal,
        });
      }
      case 'refused': {
        const { code, hasCause, message } = fate;
        const refusal = { hasCause, ...(code && { code }), ...(message && { message }) };
        return failLater(latency, {
          ok: false,
          sent: 'answered',
          status: 500,
          problem: { kind: 'site-error' },
          refusal,
        });
      }
      case 'turned-away': {
        const kinds = { 400: 'unexpected', 401: 'key-refused', 403: 'blocked', 451: 'region-blocked' } as const;
        const problem: Problem = { kind: kinds[fate.status] };
        return failLater(latency, { ok: false, sent: 'answered', status: fate.status, problem });
      }
      case 'not-sent':
        return failLater(0, { ok: false, sent: 'no', problem: { kind: 'offline' } });
    }
  }

  function quota(answer: Answer<ReturnType<typeof server.vault>>): void {
    const fate = next.quota();
    const latency = next.latency();
    if (fate !== 'answered') {
      locally(fate === 'timed-out' ? TIME_OUT_MS : latency, () => answer(readFailure(fate)));
      return;
    }
    let value = server.vault();
    remotely(latency / 2, () => {
      value = server.vault();
    });
    locally(latency, () => answer({ ok: true, value }));
  }

  function readFailure(fate: Exclude<ReadFate, 'answered'>): ApiFailure {
    const kind = fate === 'left-out' ? 'unreadable' : fate;
    const problem: Problem = kind === 'limited' ? { kind, until: wall() + 20_000 } : { kind };
    return { ok: false, sent: 'maybe', problem };
  }

  return { check, toggle, quota };
}

function itemOfRow({ id, version }: Row): VaultItem {
  const sizes = { modelSizeKb: 1_000 * version, detailsSizeKb: 0, imagesSizeKb: 0 };
  return itemOf(asVersion(version), { id, status: 'Pending', ...sizes });
}
