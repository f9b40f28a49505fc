import { asVersion } from '@/tests/property/versions';
import type { IntentRecord, Records } from './records';
import { serves } from './truth';
import { writtenAnswer } from './written';

/** What outlives the worker and the session, and what must not. */
export function createLifeRules(records: Records) {
  const { intents, answers, journal } = records;
  return {
    judgeWrite(asked: string, session: string | undefined): void {
      records.demand(asked === session, 'wrote for a session that is over');
    },

    killed(): void {
      records.life += 1;
    },

    /** A new worker reads what the last one left: what is not there by now was never written. */
    restarted(): void {
      forgetUnwritten(records);
      for (const [version, { kept }] of answers) {
        if (writtenAnswer(journal.get(asVersion(version))) !== kept) answers.delete(version);
      }
    },

    signedOut(): void {
      records.signedOutAt = records.now();
      records.presses.clear();
      answers.clear();
      records.facts.clear();
      for (const intent of intents) intent.lost = true;
    },

    clockSet(): void {
      records.clockSetAt = records.now();
    },
  };
}

function forgetUnwritten({ intents, journal, life }: Records): void {
  const isFormer = (intent: IntentRecord) => intent.life < life && !intent.settled;
  for (const intent of intents.filter(isFormer)) {
    const row = journal.get(asVersion(intent.version));
    // What is to be added again is known without an intent.
    const owed = row?.owed && { target: 'in' as const };
    const newest = row?.next ?? row?.intent ?? owed;
    const mine = intents.filter(other => isFormer(other) && other.version === intent.version);
    const isAfter = mine.indexOf(intent) > mine.findLastIndex(other => newest && serves(other, newest.target));
    const isThere = [row?.intent, row?.next, owed].some(queued => queued && serves(intent, queued.target));
    if (isAfter || !isThere) intent.lost = true;
  }
}
