import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import type { Oracle } from '@/tests/property/oracle/oracle';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { VaultItem } from '@/utils/vault/vault-item';
import { itemOf } from './items';
import type { AttemptFate, ReadFate, Scenario } from './scenario';
import { around, oneAfterAnother } from './scripted';
import type { Row, ServerModel } from './server-model';
import { courseOf } from './toggle-course';
import { asVersion } from './versions';

/** How an answer comes back; `delivered` runs only if the worker is still there to hear it. */
type Answer<T> = (value: ApiResult<T>, delivered?: () => void) => void;

const TIME_OUT_MS = 20_000;

type NetworkParts = {
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
type Link = NetworkParts & { next: ReturnType<typeof createFates> };

type ToggleAnswer = { now: 'in'; itemId: number } | { now: 'out' };
export type Network = ReturnType<typeof createNetwork>;

/** What lies between worker and server: every request meets the fate that the scenario has for it. */
export function createNetwork(parts: NetworkParts) {
  const link = { ...parts, next: createFates(parts.scenario) };
  return {
    check: (ids: readonly VersionId[], answer: Answer<Map<VersionId, VaultItem | null>>) => check(link, ids, answer),
    toggle: (id: VersionId, session: string | undefined, answer: Answer<ToggleAnswer>) =>
      toggle(link, id, session, answer),
    quota: (answer: Answer<ReturnType<ServerModel['vault']>>) => quota(link, answer),
  };
}

function createFates({ lags, latencies, attempts, checks, quotas }: Scenario) {
  return {
    lag: around(lags, 0),
    latency: around(latencies, 1),
    attempt: oneAfterAnother<AttemptFate>(attempts, { kind: 'answered' }),
    check: oneAfterAnother<ReadFate>(checks, 'answered'),
    quota: oneAfterAnother<ReadFate>(quotas, 'answered'),
  };
}

function check(
  { next, server, oracle, now, wall, locally, remotely }: Link,
  ids: readonly VersionId[],
  answer: Answer<Map<VersionId, VaultItem | null>>,
): void {
  const fate = next.check();
  const latency = next.latency();
  const askedAt = now();
  if (fate !== 'answered' && fate !== 'left-out') {
    locally(fate === 'timed-out' ? TIME_OUT_MS : latency, () => answer(readFailure(fate, wall)));
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
  locally(latency, () => answer({ ok: true, value: found }, () => oracle.recordCheck(found, askedAt)));
}

function toggle(
  { next, server, oracle, wall, locally, remotely }: Link,
  id: VersionId,
  session: string | undefined,
  answer: Answer<ToggleAnswer>,
): void {
  const fate = next.attempt();
  const { commitMs, answerMs, failure } = courseOf(fate, next.latency(), wall);
  const attempt = oracle.judgeAttempt(id, session, fate.kind !== 'not-sent', wall);
  let done: ToggleAnswer = { now: 'out' };
  if (commitMs !== undefined) {
    remotely(commitMs, () => {
      const { itemId } = server.toggle(id, next.lag(), 'us');
      oracle.judgeEffect(attempt);
      if (itemId !== undefined) done = { now: 'in', itemId };
    });
  }
  locally(answerMs, () => {
    if (failure) answer(failure);
    else answer({ ok: true, value: done }, () => oracle.recordAnswer(id, done.now));
  });
}

function quota(
  { next, server, wall, locally, remotely }: Link,
  answer: Answer<ReturnType<ServerModel['vault']>>,
): void {
  const fate = next.quota();
  const latency = next.latency();
  if (fate !== 'answered') {
    locally(fate === 'timed-out' ? TIME_OUT_MS : latency, () => answer(readFailure(fate, wall)));
    return;
  }
  let value = server.vault();
  remotely(latency / 2, () => {
    value = server.vault();
  });
  locally(latency, () => answer({ ok: true, value }));
}

function readFailure(fate: Exclude<ReadFate, 'answered'>, wall: () => number): ApiFailure {
  const kind = fate === 'left-out' ? 'unreadable' : fate;
  const problem: Problem = kind === 'limited' ? { kind, until: wall() + 20_000 } : { kind };
  return { ok: false, sent: 'maybe', problem };
}

function itemOfRow({ id, version }: Row): VaultItem {
  const sizes = { modelSizeKb: 1_000 * version, detailsSizeKb: 0, imagesSizeKb: 0 };
  return itemOf(asVersion(version), { id, status: 'Pending', ...sizes });
}
