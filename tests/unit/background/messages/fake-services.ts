import { vi } from 'vitest';
import type { KeptQuestion } from '@/entrypoints/background/removal/kept-question';
import { fail, ok, type Problem } from '@/utils/problem';

const unexpected = fail({ kind: 'unexpected' });

const connected = { kind: 'signed-in', session: 's', membership: 'member', canWrite: true } as const;

/** Services that do nothing, with a user who is signed in. `calls`: how often any of them was called, but for who is signed in. */
export function createFakeServices() {
  const api = { siteUser: vi.fn(async () => ({ ...unexpected, sent: 'no' as const })) };
  const account = createFakeAccount();
  const engine = {
    check: vi.fn(async () => ({ facts: [] })),
    cachedFacts: vi.fn(async () => []),
    owed: vi.fn(async () => []),
    dismissOwed: vi.fn(async () => {}),
    submit: vi.fn(async () => unexpected),
    toggledElsewhere: vi.fn(async () => {}),
    removals: vi.fn(async () => []),
    changeRemovals: vi.fn(async () => []),
  };
  const mirror = createFakeMirror();
  const availability = createFakeAvailability();
  const removals = createFakeRemovals();
  const { ownGround, ...asked } = removals;
  const history = {
    submit: engine.submit,
    list: vi.fn(async () => ({ entries: [] })),
    clear: vi.fn(async () => {}),
  };
  const additions = { take: vi.fn(async (): Promise<Problem | undefined> => undefined) };
  const { radar, swaps } = createFakeRadar();
  const pageChecks = vi.fn(async () => ({ facts: [] }));
  const all = [api, account, engine, mirror, availability, ownGround, asked, radar, swaps].flatMap(service =>
    Object.values(service),
  );
  const calls = () =>
    all.filter(each => each !== account.connection).reduce((sum, each) => sum + each.mock.calls.length, 0);
  const session = async () => ({ session: 's' });
  const asking = { api, account, engine, history, mirror, availability, removals, additions, pageChecks, radar, swaps };
  return { ...asking, session, now: () => 0, calls };
}

function createFakeRemovals() {
  return {
    submit: vi.fn(async () => unexpected),
    ask: vi.fn(async () => ok({ outcome: 'opened' as const })),
    foresee: vi.fn(async () => ({})),
    verdict: vi.fn(async () => ({ can: true as const })),
    ownGround: {
      ask: vi.fn(async () => ({ outcome: 'opened' as const })),
      find: vi.fn(async (): Promise<KeptQuestion | undefined> => undefined),
      answer: vi.fn(async (): Promise<KeptQuestion | undefined> => undefined),
    },
  };
}

function createFakeAvailability() {
  return {
    modelVersions: vi.fn(async () => unexpected),
    versionAvailability: vi.fn(async () => unexpected),
    freshAvailability: vi.fn(async () => unexpected),
    availabilities: vi.fn(async () => []),
  };
}

function createFakeMirror() {
  return {
    byVersions: vi.fn(async () => []),
    byModels: vi.fn(async () => []),
    addMirrorFacts: vi.fn(async () => []),
    all: vi.fn(async () => []),
    part: vi.fn(async () => ({ items: [], unread: 0 })),
    status: vi.fn(async () => ({ kind: 'never' as const })),
    itemNames: vi.fn(async () => ({})),
    refreshIfStale: vi.fn(async () => {}),
    refreshNow: vi.fn(async () => {}),
    refreshCovers: vi.fn(async () => {}),
    isCurrent: vi.fn(async () => false),
    rememberModel: vi.fn(),
  };
}

function createFakeAccount() {
  return {
    signIn: vi.fn(async () => ok({ kind: 'signed-out' as const })),
    signOut: vi.fn(async () => {}),
    startAfresh: vi.fn(async () => {}),
    connection: vi.fn(async () => connected),
    refresh: vi.fn(async () => unexpected),
    showWithLogin: vi.fn(async () => unexpected),
    confirmLogin: vi.fn(async () => {}),
    foundUser: vi.fn(async () => {}),
    recover: vi.fn(async () => {}),
    keyRefused: vi.fn(async () => {}),
    usageChanged: vi.fn(),
  };
}

function createFakeRadar() {
  const radar = {
    findings: vi.fn(async () => ({ gone: [], unseen: 0, newer: [], swaps: [] })),
    markSeen: vi.fn(async () => {}),
    endSwap: vi.fn(async () => {}),
  };
  return { radar, swaps: { swap: vi.fn(async () => ({ kind: 'kept' as const, isIn: false })) } };
}
