import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { PostRow } from '@/entrypoints/background/storage/rows';
import { backoffMs } from '@/entrypoints/background/timing/backoff';
import { LAST_COMMIT_MS, LONGEST_WAIT_MS } from '@/entrypoints/background/vault/constants';
import { explainRefusal, isOver, isRefused } from '@/entrypoints/background/vault/explain-refusal';
import { keptOf } from '@/entrypoints/background/vault/version-facts';
import { type Context, finish, look, save, stumble } from './task-steps';
import { agePost, type Intent, type Line } from './version-task';

/** Nothing was sent after all. */
export async function withdraw(context: Context, line: Line, intent: Intent, isWritten: boolean): Promise<void> {
  line.post = undefined;
  intent.row.posts -= 1;
  context.ledger.close(line.versionId, context.parts.clock.elapsed());
  if (!isWritten) return finish(context, line, { kind: 'unexpected' });
  await save(context, line);
}

/** The answer is the state. If it is the opposite of what was asked, somebody else was there at the same time. */
export async function takeAnswer(context: Context, line: Line, intent: Intent, post: PostRow, now: 'in' | 'out') {
  answerPost(context, line, post, now);
  // Where the site's own button was pressed while it was out, it is told, and nothing goes by it.
  line.isHeard = !post.overtaken;
  const fact = context.facts.tell(line.versionId, now);
  const { target, contradicted } = intent.row;
  if (now === target) return finish(context, line);
  const problem = { kind: 'contradicted', target, now } as const;
  if (contradicted) return finish(context, line, problem);
  intent.row.contradicted = true;
  intent.row.cause = problem;
  await save(context, line, [fact]);
  context.announce([line.versionId]);
}

function answerPost(context: Context, line: Line, post: PostRow, answer: 'in' | 'out'): void {
  post.answer = answer;
  post.ageMs = 0;
  line.postAsOf = context.parts.clock.elapsed();
  context.ledger.close(line.versionId, line.postAsOf);
}

/** Without an answer: it never left, or it was refused, or nobody knows and it has to be found out. */
export async function takeFailure(context: Context, line: Line, intent: Intent, post: PostRow, failure: ApiFailure) {
  const { clock } = context.parts;
  if (failure.sent === 'no') {
    await withdraw(context, line, intent, true);
    return line.intent === intent ? stumble(context, line, failure.problem) : undefined;
  }
  if (isRefused(failure)) return takeRefusal(context, line, intent, post, failure);
  intent.row.cause = failure.problem;
  const asked = Math.min(failure.retryAfterMs ?? 0, LONGEST_WAIT_MS);
  intent.notBefore = clock.elapsed() + Math.max(asked, backoffMs(intent.row.posts, failure.problem, context.parts));
  agePost(line, clock.elapsed());
  if (isOver(failure)) post.ageMs = Math.max(post.ageMs, LAST_COMMIT_MS);
  await save(context, line);
}

/** Refused for good: nothing changed. One look makes sure before it is said why. */
async function takeRefusal(context: Context, line: Line, intent: Intent, post: PostRow, failure: ApiFailure) {
  answerPost(context, line, post, post.before);
  await save(context, line);
  const seen = await look(context, line);
  // Refused is not out: meanwhile another wish may have taken its place, and everybody who waits with it.
  if (line.intent !== intent) return;
  const { target } = intent.row;
  if (seen.ok && keptOf(seen.item) === target) {
    // Refused, and yet as wished: somebody else, a replica that lags, or a refusal that lies. Only looking again will tell.
    post.answer = undefined;
    post.ageMs = LAST_COMMIT_MS;
    post.seen = target;
    line.postAsOf = context.parts.clock.elapsed();
    await save(context, line);
    return;
  }
  const problem = await explainRefusal(context.parts, line.versionId, target, failure);
  if (line.intent === intent) return finish(context, line, problem);
}
