import type { ApiResult } from '@/entrypoints/background/api/result';
import type { Oracle } from '@/tests/property/oracle/oracle';
import type { AttemptFate, ReadFate, Repeat, Scenario } from './scenario';
import { around, oneAfterAnother } from './scripted';
import type { ServerModel } from './server-model';

/** How an answer comes back; `delivered` runs only if the worker is still there to hear it. */
export type Answer<T> = (value: ApiResult<T>, delivered?: () => void) => void;

/** What the network is made of. */
export type NetworkParts = {
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
export type Link = NetworkParts & { next: ReturnType<typeof createFates> };

export type ToggleAnswer = { now: 'in'; itemId: number } | { now: 'out' };
/** What befalls each request, one after the other. */
export function createFates({ lags, latencies, attempts, repeats, streams, checks, quotas }: Scenario) {
  return {
    lag: around(lags, 0),
    latency: around(latencies, 1),
    attempt: oneAfterAnother<AttemptFate>(attempts, { kind: 'answered' }),
    repeat: oneAfterAnother<Repeat | undefined>(repeats, undefined),
    carriesStreams: around(streams, true),
    check: oneAfterAnother<ReadFate>(checks, 'answered'),
    quota: oneAfterAnother<ReadFate>(quotas, 'answered'),
  };
}
