import { VERSIONS } from '@/tests/property/scenario';
import { MAX_COMMIT_MS, MAX_LAG_MS } from '@/tests/property/server-model';
import type { Records } from './records';

/** What was removed only to be added again is there, once, where no other device had a hand in it and no replica was ill. */
function demandReturned({ scenario, server, demand }: Records): void {
  if (!scenario.isAgain || scenario.lags.some(lag => lag > MAX_LAG_MS)) return;
  for (const version of VERSIONS) {
    const commits = server.commits.filter(commit => commit.version === version);
    const isOurs = commits.every(({ by }) => by === 'us');
    if (!isOurs || !commits.some(({ effect }) => effect === 'removed')) continue;
    demand(server.rows(version).length === 1, `${server.rows(version).length} rows of what was to be added again`);
  }
}

/** What holds after each event, and in the end. Both throw if anything broke a promise. */
export function createEndRules(records: Records) {
  const { intents, foreign, facts, expected, journal, demand, awake } = records;
  return {
    /** `isFor`: there is still a worker that has to answer. */
    expectAnswer(promise: Promise<unknown>, isFor: () => boolean): void {
      const entry = { done: false, isFor };
      expected.push(entry);
      void promise.then(() => {
        entry.done = true;
      });
    },

    /** After each event: a tab that waits is shown that it is going on. */
    watch(): void {
      for (const intent of intents) {
        if (intent.settled || intent.lost || intent.life !== records.life) continue;
        const fact = facts.get(intent.version);
        if (fact && awake() - intent.awakeAt > 200)
          demand(fact.activity !== undefined, 'an unsettled intent is not shown as such');
      }
      records.throwIfBroken();
    },

    /** Long after the last event: nothing is left. */
    drained({ isAlarmSet }: { isAlarmSet: boolean }): void {
      demandReturned(records);
      demand(journal.size === 0, `the journal still holds ${journal.size}`);
      demand(!isAlarmSet, 'an alarm is still set');
      for (const { settled, lost, life } of intents)
        demand(settled || lost || life !== records.life, 'an intent was never settled');
      for (const { settled, life } of foreign)
        demand(settled || life !== records.life, 'an intent of another vault was never answered');
      for (const { activity } of facts.values()) demand(activity === undefined, 'something is still shown as going on');
      for (const { done, isFor } of expected)
        demand(done || records.life > 0 || !isFor(), 'a check was never answered');
      demandTold(records);
      records.throwIfBroken();
    },
  };
}

/** Two rows that only the browser's own repetition has made are never left unsaid. */
function demandTold(records: Records): void {
  const { server, scenario, facts, toldTwice, signedOutAt, demand } = records;
  if (scenario.lags.some(lag => lag > MAX_LAG_MS)) return;
  for (const version of VERSIONS) {
    const commits = server.commits.filter(commit => commit.version === version);
    const last = commits.at(-1);
    if (last?.by !== 'browser' || last.rowsAfter < 2 || commits.some(({ by }) => by === 'another')) continue;
    if (signedOutAt > last.at - MAX_COMMIT_MS) continue;
    const isTold = (toldTwice.get(version) ?? 0) > last.at || facts.get(version)?.problem !== undefined;
    demand(isTold, 'the browser made a second row, and it was not said');
  }
}
