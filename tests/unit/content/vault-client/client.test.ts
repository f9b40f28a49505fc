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
const answerWith = (state: VersionFact['state'], asOf: number): VersionsAnswer => ({
  connection,
  facts: [{ versionId: id, state, asOf }],
});

/** The worker: what it knows at once, and what the check answers once it is let go. */
function background(cached: VersionsAnswer, checked: VersionsAnswer) {
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  world.sendMessage.mockImplementation(async ({ vaulted }) => {
    if (vaulted === 'cached-versions') return cached;
    if (vaulted === 'refresh-if-stale') return undefined;
    await gate;
    return checked;
  });
  return letGo;
}

const named = (name: string) => world.sendMessage.mock.calls.filter(([{ vaulted }]) => vaulted === name);

describe('what is on screen', () => {
  it('is what the browser knows, at once, and then the vault’s answer', async () => {
    const letGo = background(answerWith('out', 5), answerWith('in', 9));
    const changed = vi.fn();
    const client = createClient(changed, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.fact(id)).toMatchObject({ state: 'out', asOf: 5 });
    expect(changed).toHaveBeenCalledTimes(1);
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)).toMatchObject({ state: 'in', asOf: 9 });
    expect([named('cached-versions').length, named('check-versions').length]).toEqual([1, 1]);
  });

  it('is not "not known" while the check is on its way', async () => {
    const letGo = background(answerWith('unknown', 0), answerWith('in', 9));
    const client = createClient(() => {}, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.fact(id)).toBeUndefined();
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)?.state).toBe('in');
  });

  it('is never replaced by an older fact', async () => {
    let answerCached = () => {};
    const gate = new Promise<void>(resolve => {
      answerCached = resolve;
    });
    world.sendMessage.mockImplementation(async ({ vaulted }) => {
      if (vaulted === 'check-versions') return answerWith('in', 9);
      await gate;
      return answerWith('out', 5);
    });
    const client = createClient(() => {}, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    answerCached();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)?.state).toBe('in');
  });

  it('is not loaded again when it is there already', async () => {
    background(answerWith('out', 5), answerWith('in', 9))();
    const client = createClient(() => {}, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect([named('cached-versions').length, named('check-versions').length]).toEqual([1, 2]);
  });
});

describe('an occasion', () => {
  it('in a tab that is in front has the vault brought up to date', async () => {
    background(answerWith('in', 1), answerWith('in', 1));
    createClient(() => {}, ending.current.signal).refreshStale();
    await vi.advanceTimersByTimeAsync(100);
    expect(named('refresh-if-stale')).toHaveLength(1);
  });

  it('in a tab behind others does not', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden', timeline });
    background(answerWith('in', 1), answerWith('in', 1));
    createClient(() => {}, ending.current.signal).refreshStale();
    await vi.advanceTimersByTimeAsync(100);
    expect(named('refresh-if-stale')).toHaveLength(0);
  });
});

describe('an invalid version', () => {
  it('is checked however recently it was confirmed, and only once', async () => {
    background(answerWith('in', 1), answerWith('in', 1))();
    const client = createClient(() => {}, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.invalidate(id);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(named('check-versions').map(([{ arg }]) => arg)).toEqual([
      { versionIds: [id] },
      { versionIds: [id], isFresh: true },
      { versionIds: [id] },
    ]);
  });

  it('stays invalid until a check succeeds', async () => {
    background(answerWith('in', 1), { connection, facts: [], problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, ending.current.signal);
    for (const isInvalid of [true, false, false]) {
      if (isInvalid) client.invalidate(id);
      client.refreshStale(true);
      client.requestVersions([id]);
      await vi.advanceTimersByTimeAsync(100);
      if (!isInvalid) background(answerWith('in', 1), answerWith('in', 1))();
    }
    expect(named('check-versions').map(([{ arg }]) => arg)).toEqual([
      { versionIds: [id], isFresh: true },
      { versionIds: [id], isFresh: true },
      { versionIds: [id], isFresh: true },
    ]);
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(named('check-versions').at(-1)?.[0].arg).toEqual({ versionIds: [id] });
  });
});

describe('a failed check', () => {
  it('is kept for its versions until they have an answer, whatever else is checked', async () => {
    const other = versionId(8);
    background(answerWith('unknown', 0), { connection, facts: [], problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    background(answerWith('unknown', 0), { connection, facts: [{ versionId: other, state: 'in', asOf: 1 }] })();
    client.requestVersions([other]);
    await vi.advanceTimersByTimeAsync(100);
    expect([client.problem(id)?.kind, client.problem(other), client.problem()]).toEqual([
      'site-error',
      undefined,
      undefined,
    ]);
    background(answerWith('in', 1), answerWith('in', 1))();
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.problem(id)).toBeUndefined();
  });

  it('is repeated for all that failed, not only for the last', async () => {
    const other = versionId(8);
    background(answerWith('unknown', 0), { connection, facts: [], problem: { kind: 'site-error' } })();
    let isDrawn = false;
    const client = createClient(() => isDrawn && client.requestVersions([id, other]), ending.current.signal);
    for (const each of [id, other]) {
      client.requestVersions([each]);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    isDrawn = true;
    world.sendMessage.mockClear();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(named('check-versions').flatMap(([{ arg }]) => arg)).toEqual([{ versionIds: [id, other] }]);
  });
});

describe('more versions than one message may name', () => {
  it('are requested in several', async () => {
    background(answerWith('unknown', 0), answerWith('in', 9))();
    const client = createClient(() => {}, ending.current.signal);
    client.requestVersions(Array.from({ length: 2_500 }, (_, index) => versionId(index + 1)));
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

  it('is requested until the worker has answered, and again on a restored page', async () => {
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

  it('draws nothing else, and requests models no more than once a second', async () => {
    background(answerWith('out', 5), answerWith('out', 5))();
    const changed = vi.fn();
    const client = createClient(changed, ending.current.signal);
    client.requestVersions([id]);
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

  it('makes up for a failed check, where it is newer than the known fact', async () => {
    background(answerWith('in', 5), { ...answerWith('in', 5), problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    announce([{ versionId: id, state: 'in', asOf: 5 }]);
    expect(client.problem(id)?.kind).toBe('site-error');
    announce([{ versionId: id, state: 'out', asOf: 6 }]);
    expect(client.problem(id)).toBeUndefined();
  });

  it('of another account is ignored', async () => {
    background(answerWith('out', 5), answerWith('out', 5))();
    const changed = vi.fn();
    const client = createClient(changed, ending.current.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    changed.mockClear();
    announce([{ versionId: id, state: 'in', asOf: 10 }], 'other');
    expect([client.fact(id)?.state, changed.mock.calls]).toEqual(['out', []]);
  });
});
