import type { CheckedFacts } from '@/entrypoints/background/vault/engine';
import { MAX_LAG_MS } from '@/tests/property/server-model';
import type { VersionId } from '@/utils/civitai/ids';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { ALLOWANCE_MS, HIDDEN_MS } from './promised-times';
import type { Records, Target } from './records';
import { wasSo } from './truth';

/** What the worker has heard of the site, and what it may show of it. */
export function createFactRules(records: Records) {
  const { attempts, answers, checks, facts, toldTwice, demand, awake } = records;
  const looks = new WeakSet<readonly VersionId[]>();
  return {
    /** What a swap asks by itself is nothing that the engine hears of. */
    recordLook(ids: readonly VersionId[]): void {
      looks.add(ids);
    },

    recordAnswer(version: number, answer: Target): void {
      const attempt = attempts.findLast(({ version: of }) => of === version);
      if (attempt) attempt.answer = answer;
      answers.set(version, { kept: answer, until: awake() + ALLOWANCE_MS });
    },

    recordCheck(ids: readonly VersionId[], found: ReadonlyMap<VersionId, unknown>, askedAt: number): void {
      if (looks.has(ids)) return;
      for (const [version, item] of found) {
        const isOvertaken = (checks.get(version)?.askedAt ?? askedAt) > askedAt;
        if (!isOvertaken) checks.set(version, { kept: item ? 'in' : 'out', askedAt });
      }
    },

    judgeFacts(news: readonly VersionFact[]): void {
      for (const fact of news) {
        facts.set(fact.versionId, fact);
        if (fact.problem?.kind === 'duplicated') toldTwice.set(fact.versionId, records.now());
        const answer = answers.get(fact.versionId);
        if (answer && awake() <= answer.until) {
          const isAsAnswered = fact.state === 'unknown' || isInVault(fact.state) === (answer.kept === 'in');
          demand(isAsAnswered, 'a check overwrote what a toggle had just answered');
        }
        const { activity } = fact;
        demand(activity?.phase !== 'looking' || activity.reason !== undefined, 'checks without saying why');
      }
    },
  };
}

/** What holds after the site's own button was pressed. */
export function createPressRules(records: Records) {
  const { attempts, presses, demand, awake, now } = records;
  return {
    /** A page has reported a press of the site's own button. */
    recordPress(version: number): void {
      // What an earlier sign-in may have sent gives its versions a longer cooldown.
      const isCertain =
        now() - records.signedOutAt > HIDDEN_MS &&
        !attempts.some(attempt => attempt.version === version && !attempt.answer);
      if (isCertain) presses.set(version, { at: now(), awakeAt: awake(), life: records.life });
      else presses.delete(version);
    },

    /** A page checks again after such a press; what it hears by then is what a replica may show now. */
    expectTrueCheck(version: number): (checked: CheckedFacts) => void {
      const press = presses.get(version);
      const askedAt = now();
      const isAwaited = press && awake() - press.awakeAt > ALLOWANCE_MS && press.life === records.life;
      // Where the clock was set, an older press may count for longer.
      const isDue = isAwaited && !Number.isFinite(records.clockSetAt);
      return ({ facts: [fact], problem }) => {
        if (!isDue || presses.get(version) !== press || !fact || problem) return;
        if (attempts.some(attempt => attempt.version === version && attempt.sentAt >= press.at)) return;
        const isTrue =
          fact.state !== 'unknown' &&
          wasSo(records, version, isInVault(fact.state) ? 'in' : 'out', askedAt - MAX_LAG_MS);
        demand(isTrue, 'a check after a press of the site’s own button was not believed');
      };
    },
  };
}
