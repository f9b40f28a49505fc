import { type Action, VERSIONS } from '@/tests/property/scenario';
import { asVersion } from '@/tests/property/versions';
import { beginSwap } from './swap';
import type { World } from './world';

/** So long after a press of the site's own button a page checks again: the allowance and a moment more. */
const CHECK_AGAIN_MS = 15_500;
/** The user opens the popup: soon after the sign-in, and again now and then. */
const ASKED_AFTER_MS = 3_000;
const ASKED_EVERY_MS = 15 * 60_000;
/** What outlives session and worker is dated by a clock that may be set, and counts for so long. */
const CLOCK_MATTERS_MS = 60_000;

/** Lets one action of the scenario happen now. */
export function act(world: World, action: Action): void {
  const { time, server, laptop, signIns, oracle, lives } = world;
  switch (action.do) {
    case 'intent':
      for (let click = 0; click < action.clicks; click += 1)
        laptop.locally(click * 120, () => submitIntent(world, action));
      return;
    case 'change':
      changeRemoval(world, action);
      return;
    case 'swap':
      beginSwap(world, action);
      return;
    case 'check':
      oracle.expectAnswer(lives.worker().engine.check(VERSIONS.map(asVersion)), lives.isAlive);
      return;
    case 'another-device':
      server.toggle(action.version, action.lag, 'another');
      return;
    case 'official-button':
      pressOfficial(world, action);
      return;
    case 'sleep':
      laptop.sleep(action.ms);
      return;
    case 'set-clock':
      if (time.now() < signIns.signedOutAt() + CLOCK_MATTERS_MS) return;
      laptop.setClock(action.by);
      oracle.clockSet();
      return;
    case 'kill':
      lives.kill();
      return;
    case 'sign-out':
      signOut(world, action.backAfter);
  }
}

function submitIntent(
  { scenario, time, laptop, signIns, oracle, lives }: World,
  { version, target, confirmedAgo, isStale = false, isNow = true, isOfList }: Action & { do: 'intent' },
  isOwed = false,
): void {
  const worker = lives.worker();
  if (!worker.alive) return;
  const isAgain = isOwed || (scenario.isAgain === true && target === 'out');
  const session = signIns.shownOn(isStale);
  const intended = { version, target, confirmedAt: time.now() - confirmedAgo, isAgain };
  const recorded = oracle.recordIntent(intended, { shown: session, now: signIns.session() });
  const confirmedAt = laptop.wall() - confirmedAgo;
  const intent = { session, versionId: asVersion(version) };
  const result = worker.engine.submit(
    target === 'in'
      ? { ...intent, target }
      : { ...intent, target, confirmedAt, ...(isAgain && { addAgain: true }), ...(isOfList && { isOfList: true }) },
  );
  if (target === 'out' && isNow) {
    oracle.recordHaste(version);
    void worker.engine.changeRemovals(session, [intent.versionId], 'now');
  }
  void result.then(value => worker.alive && oracle.judgeResult(recorded, value));
}

/** The user takes a removal back, has it sent at once, or still looks at its run. */
function changeRemoval({ signIns, oracle, lives }: World, { version, how }: Action & { do: 'change' }): void {
  const worker = lives.worker();
  if (!worker.alive) return;
  if (how === 'now') oracle.recordHaste(version);
  const judge = oracle.expectChange(version, how);
  const changed = worker.engine.changeRemovals(signIns.shownOn(false), [asVersion(version)], how);
  void changed.then(ids => worker.alive && judge(ids.length > 0));
}

/** As the content script does it: the press is reported at once, and checked when every replica knows. */
function pressOfficial(
  { time, server, laptop, oracle, lives }: World,
  { version, lag, after }: Action & { do: 'official-button' },
): void {
  const versionId = asVersion(version);
  const worker = lives.worker();
  if (worker.alive) oracle.recordPress(version);
  void worker.engine.toggledElsewhere(versionId);
  time.after(after, () => server.toggle(version, lag, 'another'));
  laptop.locally(CHECK_AGAIN_MS, () => {
    const judge = oracle.expectTrueCheck(version);
    void lives
      .worker()
      .engine.check([versionId], true)
      .then(checked => judge(checked));
  });
}

function signOut(world: World, backAfter: number): void {
  const { time, laptop, signIns, store, oracle, lives } = world;
  if (!signIns.session()) return;
  const worker = lives.worker();
  signIns.signOut(time.now());
  store.empty(laptop.wall());
  world.openSwaps.clear();
  worker.engine.end();
  oracle.signedOut();
  laptop.locally(backAfter, function signIn() {
    const isTooSoon = laptop.isClockLost() && time.now() < oracle.lastAttemptAt() + CLOCK_MATTERS_MS;
    if (isTooSoon) return laptop.locally(5_000, signIn);
    signIns.signIn();
    void lives.worker().engine.wake();
    if (world.scenario.isAgain) laptop.locally(ASKED_AFTER_MS, () => answerOwed(world));
  });
}

/** The user says yes to everything that an earlier sign-in owes, as often as it is asked. */
function answerOwed(world: World): void {
  const { laptop, lives, signIns } = world;
  laptop.locally(ASKED_EVERY_MS, () => answerOwed(world));
  if (!signIns.session()) return;
  void lives
    .worker()
    .engine.owed()
    .then(facts => {
      for (const { versionId: version, owed } of facts)
        if (owed === 'asking')
          submitIntent(world, { gap: 0, do: 'intent', version, target: 'in', clicks: 1, confirmedAgo: 0 }, true);
    });
}
