import type { PostRow } from '@/entrypoints/background/storage/rows';
import type { Sighting } from '@/entrypoints/background/vault/check-batch';
import {
  LAG_ALLOWANCE_MS,
  LOOK_AGAIN_MS,
  TRUST_MS,
  UNSETTLED_AFTER_MS,
} from '@/entrypoints/background/vault/constants';
import { keptOf } from '@/entrypoints/background/vault/version-facts';
import type { Problem } from '@/utils/problem';
import { type Context, finish, look, pause, save, show, stumble } from './task-steps';
import { type Line, postAge } from './version-task';

/** The last request is history: what `sighting` shows is what it is, and the next request may go out. */
export async function closePost(context: Context, line: Line, sighting?: Sighting): Promise<void> {
  line.post = undefined;
  line.fresh = sighting;
  line.lookAtAge = 0;
  line.stumbles = 0;
  const fact = sighting && context.facts.learn(line.versionId, sighting);
  await save(context, line, fact ? [fact] : []);
  context.announce([line.versionId]);
}

/**
 * One step after an answer: no second request for a version goes out until the lag allowance has passed since the first and a check
 * agrees with its answer. A check that disagrees is not believed while it may be lagging for longer than anybody expects; who waits
 * for it hears that it is not known yet.
 */
export async function settleTold(context: Context, line: Line, post: PostRow): Promise<void> {
  const age = () => postAge(line, post, context.parts.clock.elapsed());
  if (line.intent) show(context, line, 'waiting', whyWaiting(line, post));
  if (age() < LAG_ALLOWANCE_MS) return pause(context, line, LAG_ALLOWANCE_MS - age());
  if (!line.intent && age() < line.lookAtAge) return pause(context, line, line.lookAtAge - age());
  const askedAge = age();
  const seen = await look(context, line);
  // Meanwhile somebody else has toggled the version: this look came too early.
  if (age() < LAG_ALLOWANCE_MS) return;
  if (seen.ok && (post.overtaken || keptOf(seen.item) === post.answer || askedAge >= TRUST_MS))
    return closePost(context, line, seen);
  if (!seen.ok && !line.intent && age() >= TRUST_MS) return closePost(context, line);
  if (!seen.ok) return stumble(context, line, seen.problem);
  return dispute(context, line, post, askedAge);
}

async function dispute(context: Context, line: Line, post: PostRow, askedAge: number): Promise<void> {
  post.disputed = true;
  line.lookAtAge = Math.min(askedAge * 2, TRUST_MS);
  if (line.intent && askedAge >= LAG_ALLOWANCE_MS + UNSETTLED_AFTER_MS) {
    return finish(context, line, { kind: 'unsettled', target: line.intent.row.target });
  }
  await save(context, line);
  if (line.intent) await pause(context, line, LOOK_AGAIN_MS);
}

function whyWaiting({ intent }: Line, post: PostRow): Problem {
  // Its own request has come to nothing so far: contradicted, limited, lost.
  if (intent?.row.cause && intent.row.posts > 0) return intent.row.cause;
  // The answer was clear: only a check that disagrees with it leaves something open.
  return post.disputed ? { kind: 'unsettled', target: post.meant } : { kind: 'just-changed' };
}
