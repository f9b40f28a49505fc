import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { VaultPage } from '@/entrypoints/background/api/vault-api';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { VaultItem } from '@/utils/vault/vault-item';
import { itemOf } from './items';
import { type Answer, createFates, type Link, type NetworkParts, type ToggleAnswer } from './link';
import { type ReadFate, VERSIONS } from './scenario';
import { sendToggle, type Toggle } from './send-toggle';
import type { Row, ServerModel } from './server-model';
import { asVersion } from './versions';

const TIME_OUT_MS = 20_000;

export type Network = ReturnType<typeof createNetwork>;

/** What lies between worker and server: every request meets the fate that the scenario has for it. */
export function createNetwork(parts: NetworkParts) {
  const link = { ...parts, next: createFates(parts.scenario) };
  return {
    check: (ids: readonly VersionId[], answer: Answer<Map<VersionId, VaultItem | null>>) => check(link, ids, answer),
    toggle: (request: Toggle, answer: Answer<ToggleAnswer>) => sendToggle(link, request, answer),
    carriesStreams: (answer: (value: boolean) => void) => {
      const value = link.next.carriesStreams();
      parts.locally(link.next.latency(), () => answer(value));
    },
    list: (answer: Answer<VaultPage>) => list(link, answer),
    quota: (answer: Answer<ReturnType<ServerModel['vault']>>) => quota(link, answer),
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
  locally(latency, () => answer({ ok: true, value: found }, () => oracle.recordCheck(ids, found, askedAt)));
}

/** The list's first page: every row, as a replica shows it. It meets the fates of checks. */
function list({ next, server, wall, locally, remotely }: Link, answer: Answer<VaultPage>): void {
  const fate = next.check();
  const latency = next.latency();
  if (fate !== 'answered' && fate !== 'left-out') {
    locally(fate === 'timed-out' ? TIME_OUT_MS : latency, () => answer(readFailure(fate, wall)));
    return;
  }
  let items: VaultItem[] = [];
  remotely(latency / 2, () => {
    items = VERSIONS.flatMap(version => server.list(version, next.lag()).map(itemOfRow));
  });
  locally(latency, () =>
    answer({ ok: true, value: { items, totalItems: items.length, currentPage: 1, pageSize: 200, totalPages: 1 } }),
  );
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
