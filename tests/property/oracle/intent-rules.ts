import type { Scenario } from '@/tests/property/scenario';
import { MAX_LAG_MS } from '@/tests/property/server-model';
import type { Problem, Result } from '@/utils/problem';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { waitingRemovals } from './grace-rules';
import { MEMORY_MS } from './promised-times';
import type { IntentRecord, Records, Target } from './records';
import { keptNow, knownIntents, othersTouched, wasSo } from './truth';

type Intended = Pick<IntentRecord, 'version' | 'target' | 'confirmedAt' | 'isAgain' | 'swap'>;

/** What the tabs want, and what may be reported of it. */
export function createIntentRules(records: Records) {
  const { intents, foreign, demand } = records;
  const isCalm = isWithoutTrouble(records.scenario);
  return {
    /** `sessions`: whose vault the tab shows, and who is signed in. */
    recordIntent(intended: Intended, sessions: { shown: string; now: string | undefined }): IntentRecord {
      const intent: IntentRecord = {
        ...intended,
        at: records.now(),
        awakeAt: records.awake(),
        session: sessions.shown,
        isForeign: sessions.shown !== sessions.now,
        life: records.life,
        settled: false,
        undone: false,
        undoAsked: false,
        tookBack: takesBack(records, intended),
        hastened: false,
        lost: false,
        attempts: [],
      };
      (intent.isForeign ? foreign : intents).push(intent);
      return intent;
    },

    judgeResult(intent: IntentRecord, result: Result<VersionFact>): void {
      if (intent.isForeign) {
        intent.settled = true;
        const isRefused = !result.ok && ['other-session', 'not-signed-in'].includes(result.problem.kind);
        demand(isRefused, 'what was intended of one vault was done to another');
        return;
      }
      // What was intended before it has come to the same end.
      for (const earlier of intents.slice(0, intents.indexOf(intent) + 1)) {
        if (earlier.version === intent.version) earlier.settled = true;
      }
      // What was taken back comes to what was before it.
      if (intent.undone) return;
      if (result.ok) demandTruth(records, intent, result.value);
      else demandReason(records, intent, result.problem, isCalm);
    },
  };
}

/** True for an addition that takes removals back. */
function takesBack(records: Records, { target, version }: Intended): boolean {
  const removals = target === 'in' ? waitingRemovals(records, version) : [];
  for (const removal of removals) removal.tookBack = true;
  return removals.length > 0;
}

/** Nothing in the scenario is a reason to fail. */
function isWithoutTrouble(scenario: Scenario): boolean {
  const { kills, lags, attempts, repeats, checks, quotas, actions, isAgain } = scenario;
  return (
    kills.length === 0 &&
    !isLostAmongOthers(scenario) &&
    // The engine corrects what one repetition has undone, but only once; where the version is to come back, it is back.
    repeats.filter(repeat => repeat !== undefined).length <= (isAgain ? 0 : 1) &&
    lags.every(lag => lag <= MAX_LAG_MS) &&
    [...attempts, ...checks, ...quotas].every(
      fate => fate === 'answered' || (typeof fate === 'object' && fate.kind === 'answered'),
    ) &&
    actions.every(action => action.do === 'intent' && action.confirmedAgo === 0)
  );
}

/** A repetition costs the answer while several versions change: their sum can't tell them apart, and "not known yet" is the truth. */
function isLostAmongOthers({ repeats, streams, actions }: Scenario): boolean {
  const isLost = repeats.some(repeat => repeat && (repeat.isLost || streams.some(isStreamed => isStreamed)));
  const versions = actions.flatMap(action => (action.do === 'intent' ? action.version : []));
  return isLost && new Set(versions).size > 1;
}

/** What the intent comes to, whether it is the newest, and whether another device may have had a hand in it. */
function circumstancesOf(records: Records, intent: IntentRecord) {
  const since = intent.tookBack ? 0 : records.now() - MEMORY_MS - records.slept();
  const intended: Target = intent.isAgain ? 'in' : intent.target;
  const isNewest = knownIntents(records, intent.version).at(-1) === intent;
  return { since, intended, isNewest, others: othersTouched(records, intent.version, since) };
}

function demandTruth(records: Records, intent: IntentRecord, { state }: VersionFact): void {
  const { demand } = records;
  const { since, intended, isNewest, others } = circumstancesOf(records, intent);
  const claimed: Target = isInVault(state) ? 'in' : 'out';
  demand(state !== 'unknown', 'a success without a state');
  demand(!isNewest || claimed === intended, `reported "${claimed}" as what was intended`);
  const isTrue = others ? wasSo(records, intent.version, claimed, since) : keptNow(records, intent.version) === claimed;
  demand(isTrue, `reported success, "${claimed}", falsely`);
}

function demandReason(records: Records, intent: IntentRecord, { kind }: Problem, isCalm: boolean): void {
  const { demand } = records;
  const { version, attempts, isAgain } = intent;
  const { intended, isNewest, others } = circumstancesOf(records, intent);
  demand(!isCalm || kind === 'removal-expired', `failed for no reason: ${kind}`);
  const isHonest = ['unsettled', 'contradicted', 'not-signed-in', 'other-session'].includes(kind);
  const isDone = (target: Target) => attempts.some(({ commit, meant }) => commit && meant === target);
  // What is to be added again has to be removed first: an addition alone belongs to an earlier intent.
  const cameTrue = isDone(intended) && (!isAgain || isDone('out')) && keptNow(records, version) === intended;
  demand(isHonest || others || !isNewest || !cameTrue, `reported ${kind} though it came true`);
  demand(kind !== 'contradicted' || othersTouched(records, version, 0), 'reported a contradiction by no device');
}
