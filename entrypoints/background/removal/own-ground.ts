import { createSlots } from '@/entrypoints/background/timing/single-flight';
import { isOlderThan } from '@/utils/age';
import type { OwnGroundAnswer, RemovalAsked, WhyAsked } from '@/utils/messages/own-ground';
import { type Declines, type Kept, type KeptQuestion, readKept, writeKept } from './kept-question';
import { closeQuestion, openQuestion, showQuestion } from './question-window';

/** So long a question may be answered: as long as any confirmation of a removal holds. */
export const QUESTION_VALID_MS = 60_000;
/** After so many refusals in a row … */
const MOST_DECLINES = 2;
/** … a tab asks nothing for this long. */
const SILENT_MS = 10 * 60_000;
/** No browser has as many tabs that ask; the oldest are forgotten. */
const MOST_TABS = 50;

export type OwnGround = ReturnType<typeof createOwnGround>;

/** A removal to ask about. */
export type ToAsk = Omit<RemovalAsked, 'why'> & { why: WhyAsked; fromTab: number | undefined };

/**
 * Removals that are confirmed in a window of the extension, where no page can draw, cover or press anything. One question is open at a
 * time; a killed worker knows it still.
 */
export function createOwnGround({ now }: { now: () => number }) {
  const inTurn = createSlots(1);
  const isOver = (question: KeptQuestion) => isOlderThan(QUESTION_VALID_MS, question.askedAt, now());
  return {
    /** Asks the user, unless another question is open or the tab has to be silent. Nothing is removed by it. */
    ask: (asked: ToAsk): Promise<OwnGroundAnswer> => inTurn(() => ask(asked, now)),
    /** The open question with that id; `undefined`: it has been answered, or is too old. */
    async find(id: string): Promise<KeptQuestion | undefined> {
      const { question } = await readKept();
      return question?.id === id && !isOver(question) ? question : undefined;
    },
    /** The user's answer: takes the question away, so that it is answered once. `undefined`: it is over. */
    answer: (id: string, isConfirmed: boolean): Promise<KeptQuestion | undefined> =>
      inTurn(async () => {
        const kept = await readKept();
        const { question } = kept;
        if (question?.id !== id) return undefined;
        const isLate = isOver(question);
        await writeKept(endQuestion(kept, question, isConfirmed && !isLate, now()));
        return isLate ? undefined : question;
      }),
  };
}

async function ask({ why, fromTab = -1, ...asked }: ToAsk, now: () => number): Promise<OwnGroundAnswer> {
  const kept = await endForgotten(now);
  const refusal = refusalOf(kept, fromTab, now());
  if (refusal) return refusal;
  const { session, versionId, modelId, pressedAt } = asked;
  const about = { session, versionId, ...(modelId !== undefined && { modelId }) };
  const question: KeptQuestion = { ...about, id: crypto.randomUUID(), why, askedAt: now(), fromTab };
  // Kept first: its page asks for it as soon as it opens.
  await writeKept({ ...kept, question });
  const ownTab = await openQuestion(question.id, pressedAt);
  await writeKept(ownTab === undefined ? kept : { ...kept, question: { ...question, ownTab } });
  return { outcome: ownTab === undefined ? 'failed' : 'opened' };
}

/** A question that was left alone is over once it is too old or its page has been closed: the user has declined. */
async function endForgotten(now: () => number): Promise<Kept> {
  const kept = await readKept();
  const { question } = kept;
  if (!question) return kept;
  const { ownTab, askedAt } = question;
  const isLate = isOlderThan(QUESTION_VALID_MS, askedAt, now());
  if (!isLate && ownTab !== undefined && (await showQuestion(ownTab))) return kept;
  if (ownTab !== undefined && isLate) await closeQuestion(ownTab);
  const ended = endQuestion(kept, question, false, now());
  await writeKept(ended);
  return ended;
}

function refusalOf({ question, declines }: Kept, fromTab: number, now: number): OwnGroundAnswer | undefined {
  const { count, at } = declines[fromTab] ?? { count: 0, at: 0 };
  const isSilent = count >= MOST_DECLINES && !isOlderThan(SILENT_MS, at, now);
  if (isSilent) return { outcome: 'silent', until: at + SILENT_MS };
  return question && { outcome: 'already-open' };
}

function endQuestion({ declines }: Kept, { fromTab }: KeptQuestion, isConfirmed: boolean, now: number): Kept {
  const { [fromTab]: before, ...others } = declines;
  if (isConfirmed) return { declines: others };
  // What lies further back than the silence would last doesn't add to it.
  const count = before && !isOlderThan(SILENT_MS, before.at, now) ? before.count + 1 : 1;
  const latest: [string, Declines][] = Object.entries(others)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, MOST_TABS - 1);
  return { declines: { ...Object.fromEntries(latest), [fromTab]: { count, at: now } } };
}
