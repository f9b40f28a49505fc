import { describe, expect, it } from 'vitest';
import { thinProgress } from '@/entrypoints/background/mirror/sync-status';
import type { SyncStatus } from '@/utils/vault/vault-summary';

describe('what pages hear of a sync', () => {
  it('is how far it is at most four times a second, and always how it ended', () => {
    const heard: [number, SyncStatus][] = [];
    let now = 5_000;
    const say = thinProgress(
      status => void heard.push([now, status]),
      () => now,
    );
    for (let done = 0; done < 2_000; done += 200) {
      say({ kind: 'syncing', done, total: 2_000 });
      now += 60;
    }
    say({ kind: 'synced', at: 1 });
    say({ kind: 'failed', problem: { kind: 'offline' } });
    expect(heard.map(([at, status]) => [at - 5_000, status.kind, 'done' in status ? status.done : undefined])).toEqual([
      [0, 'syncing', 0],
      [300, 'syncing', 1_000],
      [600, 'synced', undefined],
      [600, 'failed', undefined],
    ]);
  });
});
