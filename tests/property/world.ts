import { createVaultEngine, type VaultEngine } from '@/entrypoints/background/vault/engine';
import type { EngineParts } from '@/entrypoints/background/vault/ports';
import { createMemoryStore } from './memory-store';
import { createNetwork } from './network';
import { createOracle } from './oracle';
import { type Action, type Scenario, VERSIONS } from './scenario';
import { oneAfterAnother } from './scripted';
import { createServerModel } from './server-model';
import { asVersion } from './versions';
import { createVirtualTime } from './virtual-time';

/** One life of the background worker. */
export type Life = { alive: boolean; bornAwake: number; steps: number; engine: VaultEngine };

const ALARM_FLOOR_MS = 30_000;
/** So long after a press of the site's own button a page looks again: the allowance and a moment more. */
const LOOK_AGAIN_MS = 15_500;
const PATIENCE_MS = 3 * 3_600_000;

/** Lets a scenario happen to the real engine and throws if anything that must never be, was. */
export async function live(scenario: Scenario): Promise<void> {
  const time = createVirtualTime();
  const server = createServerModel(time.now, scenario.initial);
  const killAfter = oneAfterAnother<number>(scenario.kills, Number.POSITIVE_INFINITY);

  let life: Life | undefined;
  let session: string | undefined = 'session-0';
  let sessions = 0;
  let wallOffset = 1_700_000_000_000;
  let slept = 0;
  let asleepUntil = 0;
  let alarm = 0;
  let isAlarmSet = false;
  let killAt = killAfter();
  let isClockLost = false;
  let signedOutAt = Number.NEGATIVE_INFINITY;

  const wall = () => time.now() + wallOffset;
  const awake = () => time.now() - slept;
  const store = createMemoryStore(() => session);
  const oracle = createOracle({ scenario, server, now: time.now, awake, slept: () => slept, journal: store.journal });

  /** Something that happens in the browser: not while the laptop sleeps. */
  function locally(delayMs: number, run: () => void): void {
    time.after(delayMs, () => {
      if (time.now() < asleepUntil) locally(asleepUntil - time.now(), run);
      else run();
    });
  }

  const network = createNetwork({ scenario, server, oracle, now: time.now, wall, locally, remotely: time.after });

  /** False if the worker dies at this very step. */
  function step(of: Life): boolean {
    if (!of.alive) return false;
    of.steps += 1;
    if (of.steps < killAt) return true;
    killAt = killAfter();
    kill();
    return of.alive;
  }

  function kill(): void {
    if (!life) return;
    life.alive = false;
    life = undefined;
    oracle.killed();
  }

  /** A call that leaves the worker and an answer that comes back, if it is still there by then. */
  function port<T>(of: Life, work: (answer: (value: T, delivered?: () => void) => void) => void): Promise<T> {
    return new Promise(resolve => {
      if (!step(of)) return;
      work((value, delivered) => {
        if (!step(of)) return;
        delivered?.();
        resolve(value);
      });
    });
  }

  function boot(): Life {
    // The parts need the life and the life needs the engine made of them.
    const born: Omit<Life, 'engine'> & { engine?: VaultEngine } = { alive: true, bornAwake: awake(), steps: 0 };
    const complete: Life = Object.assign(born, { engine: createVaultEngine(partsOf(() => complete)) });
    life = complete;
    void complete.engine.wake();
    return complete;
  }

  function partsOf(of: () => Life): EngineParts {
    return {
      apiOf: name => ({
        check: ids => port(of(), answer => network.check(ids, answer)),
        toggle: id => port(of(), answer => network.toggle(id, name, answer)),
        vault: () => port(of(), answer => network.quota(answer)),
      }),
      store: {
        load: name =>
          port(of(), answer =>
            locally(1, () => {
              oracle.reborn();
              answer(store.load(name));
            }),
          ),
        save: (name, change) =>
          port(of(), answer => {
            oracle.writes(name, session);
            locally(1, () => answer(store.save(name, change)));
          }),
        forget: (name, ids) => port(of(), answer => locally(1, () => answer(store.forget(name, ids)))),
      },
      clock: {
        now: wall,
        elapsed: () => awake() - of().bornAwake,
        sleep: (ms, signal) =>
          port(of(), answer => {
            locally(ms, () => answer(undefined));
            signal.addEventListener('abort', () => answer(undefined));
          }),
        wakeAfter: ms => of().alive && setAlarm(ms),
      },
      random: () => 0.5,
      availability: {
        versionAvailability: id =>
          port(of(), answer =>
            locally(50, () => answer({ ok: true, value: { versionId: id, availability: 'everyone', sizeKb: 1 } })),
          ),
      },
      session: () => port(of(), answer => locally(1, () => answer(session ? { session, canWrite: true } : undefined))),
      onChange: facts => {
        if (of().alive) oracle.heard(facts);
      },
    };
  }

  function setAlarm(ms: number | undefined): void {
    const mine = ++alarm;
    isAlarmSet = ms !== undefined;
    if (ms === undefined) return;
    locally(Math.max(ms, ALARM_FLOOR_MS), () => {
      if (mine !== alarm) return;
      isAlarmSet = false;
      void (life ?? boot()).engine.wake();
    });
  }

  function act(action: Action): void {
    switch (action.do) {
      case 'intent':
        for (let click = 0; click < action.clicks; click += 1) locally(click * 120, () => intent(action));
        return;
      case 'look':
        oracle.expectsAnswer((life ?? boot()).engine.check(VERSIONS.map(asVersion)), () => life?.alive ?? false);
        return;
      case 'another-device':
        server.toggle(action.version, action.lag, 'another');
        return;
      case 'official-button':
        pressOfficial(action);
        return;
      case 'sleep':
        slept += action.ms;
        asleepUntil = time.now() + action.ms;
        return;
      case 'set-clock':
        if (time.now() < signedOutAt + 60_000) return;
        wallOffset += action.by;
        isClockLost = true;
        oracle.clockSet();
        return;
      case 'kill':
        kill();
        return;
      case 'sign-out':
        signOut(action.backAfter);
    }
  }

  function intent({ version, target, confirmedAgo, isStale = false }: Action & { do: 'intent' }): void {
    const current = life ?? boot();
    if (!current.alive) return;
    const versionId = asVersion(version);
    const confirmedAt = wall() - confirmedAgo;
    const isAgain = scenario.isAgain === true && target === 'out';
    const shown = `session-${isStale ? sessions - 1 : sessions}`;
    const wanted = oracle.intents(version, target, time.now() - confirmedAgo, { shown, now: session }, isAgain);
    const intended = { session: shown, versionId };
    const result = current.engine.submit(
      target === 'in'
        ? { ...intended, target }
        : { ...intended, target, confirmedAt, ...(isAgain && { addAgain: true }) },
    );
    void result.then(value => current.alive && oracle.settled(wanted, value));
  }

  /** As the content script does it: the press is told at once, and looked at when every replica knows. */
  function pressOfficial({ version, lag, after }: Action & { do: 'official-button' }): void {
    const versionId = asVersion(version);
    const told = life ?? boot();
    if (told.alive) oracle.officiallyToggled(version);
    void told.engine.toggledElsewhere(versionId);
    time.after(after, () => server.toggle(version, lag, 'another'));
    locally(LOOK_AGAIN_MS, () => {
      const heard = oracle.looksAgain(version);
      const current = life ?? boot();
      void current.engine.check([versionId], true).then(looked => heard(looked));
    });
  }

  function signOut(backAfter: number): void {
    if (!session) return;
    const current = life ?? boot();
    session = undefined;
    signedOutAt = time.now();
    store.empty(wall());
    current.engine.end();
    oracle.signedOut();
    locally(backAfter, function signIn() {
      // What outlives session and worker is dated by a clock, and this one was set.
      const isTooSoon = isClockLost && time.now() < oracle.lastPostAt() + 60_000;
      if (isTooSoon) return locally(5_000, signIn);
      session = `session-${++sessions}`;
      void (life ?? boot()).engine.wake();
    });
  }

  let at = 0;
  boot();
  for (const action of scenario.actions) {
    await time.run(at + action.gap, oracle.watch);
    at += action.gap + (action.do === 'sleep' ? action.ms : 0);
    act(action);
  }
  await time.run(at + PATIENCE_MS, oracle.watch);
  oracle.drained({ isAlarmSet });
}
