import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { VersionsAnswer } from '@/utils/messages/protocol';
import type { VersionFact } from '@/utils/vault/membership';

const world = vi.hoisted(() => ({
  sendMessage: vi.fn<(message: { vaulted: string; arg?: unknown }) => Promise<unknown>>(),
  hear: new Set<(message: unknown, sender: object) => void>(),
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'vaulted',
      sendMessage: world.sendMessage,
      onMessage: {
        addListener: (listener: (message: unknown, sender: object) => void) => world.hear.add(listener),
        removeListener: (listener: (message: unknown, sender: object) => void) => world.hear.delete(listener),
      },
    },
  },
}));

/** A frame every 16 ms. */
const timeline = {
  get currentTime() {
    return Math.floor(Date.now() / 16);
  },
};
const ending = { current: new AbortController() };
beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  vi.stubGlobal('document', { visibilityState: 'visible', timeline });
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  ending.current = new AbortController();
  world.sendMessage.mockReset();
});
afterEach(() => {
  ending.current.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function versionId(value: number): VersionId {
  if (!isVersionId(value)) throw new Error('not an id');
  return value;
}

const id = versionId(7);
const connection = {
  kind: 'signed-in',
  session: 's',
  membership: 'member',
  canWrite: true,
} as const satisfies VersionsAnswer['connection'];
const tell = (state: VersionFact['state'], asOf: number): VersionsAnswer => ({
  connection,
  facts: [{ versionId: id, state, asOf }],
});

/** The background: what it knows at once, and what it answers when the look is let go. */
function background(known: VersionsAnswer, looked: VersionsAnswer) {
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  world.sendMessage.mockImplementation(async ({ vaulted }) => {
    if (vaulted === 'cached-versions') return known;
    if (vaulted === 'refresh-if-stale') return undefined;
    await gate;
    return looked;
  });
  return letGo;
}

const named = (name: string) => world.sendMessage.mock.calls.filter(([{ vaulted }]) => vaulted === name);

describe('what is on screen', () => {
  it('is what the browser knows, at once, and then what the vault says', async () => {
    const letGo = background(tell('out', 5), tell('in', 9));
    const changed = vi.fn();
    const client = createClient(changed, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.fact(id)).toMatchObject({ state: 'out', asOf: 5 });
    expect(changed).toHaveBeenCalledTimes(1);
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)).toMatchObject({ state: 'in', asOf: 9 });
    expect([named('cached-versions').length, named('check-versions').length]).toEqual([1, 1]);
  });

  it('is not "not known" while the vault is being asked', async () => {
    const letGo = background(tell('unknown', 0), tell('in', 9));
    const client = createClient(() => {}, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.fact(id)).toBeUndefined();
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)?.state).toBe('in');
  });

  it('is never taken back by what was known before', async () => {
    let tellKnown = () => {};
    const gate = new Promise<void>(resolve => {
      tellKnown = resolve;
    });
    world.sendMessage.mockImplementation(async ({ vaulted }) => {
      if (vaulted === 'check-versions') return tell('in', 9);
      await gate;
      return tell('out', 5);
    });
    const client = createClient(() => {}, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    tellKnown();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)?.state).toBe('in');
  });

  it('is not asked for again when it is there already', async () => {
    background(tell('out', 5), tell('in', 9))();
    const client = createClient(() => {}, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.refreshStale(true);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect([named('cached-versions').length, named('check-versions').length]).toEqual([1, 2]);
  });
});

describe('an occasion', () => {
  it('in a tab that is in front has the vault brought up to date', async () => {
    background(tell('in', 1), tell('in', 1));
    createClient(() => {}, ending.current.signal).refreshStale();
    await vi.advanceTimersByTimeAsync(100);
    expect(named('refresh-if-stale')).toHaveLength(1);
  });

  it('in a tab behind others does not', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden', timeline });
    background(tell('in', 1), tell('in', 1));
    createClient(() => {}, ending.current.signal).refreshStale();
    await vi.advanceTimersByTimeAsync(100);
    expect(named('refresh-if-stale')).toHaveLength(0);
  });
});

describe('a version in doubt', () => {
  it('is looked at however recently it was confirmed, and only once', async () => {
    background(tell('in', 1), tell('in', 1))();
    const client = createClient(() => {}, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.forget(id);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.refreshStale(true);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(named('check-versions').map(([{ arg }]) => arg)).toEqual([
      { versionIds: [id] },
      { versionIds: [id], isFresh: true },
      { versionIds: [id] },
    ]);
  });

  it('stays in doubt until a look has answered', async () => {
    background(tell('in', 1), { connection, facts: [], problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, ending.current.signal);
    for (const doubt of [true, false, false]) {
      if (doubt) client.forget(id);
      client.refreshStale(true);
      client.ask([id]);
      await vi.advanceTimersByTimeAsync(100);
      if (!doubt) background(tell('in', 1), tell('in', 1))();
    }
    expect(named('check-versions').map(([{ arg }]) => arg)).toEqual([
      { versionIds: [id], isFresh: true },
      { versionIds: [id], isFresh: true },
      { versionIds: [id], isFresh: true },
    ]);
    client.refreshStale(true);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(named('check-versions').at(-1)?.[0].arg).toEqual({ versionIds: [id] });
  });
});

describe('a look that failed', () => {
  it('is told of the versions that it was about until they have been answered, whatever else is', async () => {
    const other = versionId(8);
    background(tell('unknown', 0), { connection, facts: [], problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    background(tell('unknown', 0), { connection, facts: [{ versionId: other, state: 'in', asOf: 1 }] })();
    client.ask([other]);
    await vi.advanceTimersByTimeAsync(100);
    expect([client.problem(id)?.kind, client.problem(other), client.problem()]).toEqual([
      'site-error',
      undefined,
      undefined,
    ]);
    background(tell('in', 1), tell('in', 1))();
    client.refreshStale(true);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.problem(id)).toBeUndefined();
  });

  it('is repeated for all that failed, not only for what failed last', async () => {
    const other = versionId(8);
    background(tell('unknown', 0), { connection, facts: [], problem: { kind: 'site-error' } })();
    let isDrawn = false;
    const client = createClient(() => isDrawn && client.ask([id, other]), ending.current.signal);
    for (const each of [id, other]) {
      client.ask([each]);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    isDrawn = true;
    world.sendMessage.mockClear();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(named('check-versions').flatMap(([{ arg }]) => arg)).toEqual([{ versionIds: [id, other] }]);
  });
});

describe('more versions than one message may name', () => {
  it('are asked about in several', async () => {
    background(tell('unknown', 0), tell('in', 9))();
    const client = createClient(() => {}, ending.current.signal);
    client.ask(Array.from({ length: 2_500 }, (_, index) => versionId(index + 1)));
    await vi.advanceTimersByTimeAsync(500);
    const sizes = (name: string) =>
      named(name).map(([{ arg }]) => (isRecord(arg) && Array.isArray(arg.versionIds) ? arg.versionIds.length : 0));
    expect([sizes('cached-versions'), sizes('check-versions')]).toEqual([
      [1_000, 1_000, 500],
      [1_000, 1_000, 500],
    ]);
  });
});

describe('what the user has chosen', () => {
  const chosen = { hidden: ['text'], add: 'hover', look: 'compact' } as const;

  it('is asked for until it has been told, and again on a page that comes back', async () => {
    world.sendMessage.mockResolvedValue(undefined);
    const client = createClient(() => {}, ending.current.signal);
    client.refreshStale();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.settings().hidden).toEqual([]);
    world.sendMessage.mockResolvedValue(chosen);
    client.refreshStale();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.settings()).toEqual(chosen);
    world.sendMessage.mockClear();
    client.refreshStale();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(named('settings')).toHaveLength(0);
    client.refreshStale(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(named('settings')).toHaveLength(1);
  });
});

describe('news of versions', () => {
  const announce = (facts: VersionsAnswer['facts'], session = 's') => {
    for (const hear of world.hear) hear({ announce: 'facts', session, facts }, { id: 'vaulted' });
  };

  it('has nothing else drawn, and models asked about no more than once a second', async () => {
    background(tell('out', 5), tell('out', 5))();
    const changed = vi.fn();
    const client = createClient(changed, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    changed.mockClear();
    for (let count = 0; count < 30; count += 1) {
      announce([{ versionId: id, state: 'in', asOf: 10 + count }]);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(client.fact(id)).toMatchObject({ state: 'in', asOf: 39 });
    const [narrow, whole] = [changed.mock.calls.filter(([what]) => what), changed.mock.calls.filter(([what]) => !what)];
    expect(narrow).toEqual(Array.from({ length: 30 }, () => [{ versionIds: [id], modelIds: [] }]));
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.length).toBeLessThanOrEqual(3);
  });

  it('makes up for a look that failed, where it is newer than what was known', async () => {
    background(tell('in', 5), { ...tell('in', 5), problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    announce([{ versionId: id, state: 'in', asOf: 5 }]);
    expect(client.problem(id)?.kind).toBe('site-error');
    announce([{ versionId: id, state: 'out', asOf: 6 }]);
    expect(client.problem(id)).toBeUndefined();
  });

  it('of another account is nothing', async () => {
    background(tell('out', 5), tell('out', 5))();
    const changed = vi.fn();
    const client = createClient(changed, ending.current.signal);
    client.ask([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    changed.mockClear();
    announce([{ versionId: id, state: 'in', asOf: 10 }], 'other');
    expect([client.fact(id)?.state, changed.mock.calls]).toEqual(['out', []]);
  });
});
