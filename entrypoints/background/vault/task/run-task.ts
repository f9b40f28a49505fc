import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/vault/constants';
import { settleTold } from './confirm-answer';
import { promote } from './enqueue-intent';
import { carryOut } from './send-toggle';
import { settleDoubt } from './settle-unanswered';
import { type Context, finish, isExpired, save, tell } from './task-steps';
import { type Intent, isOut, type Line, postAge } from './version-task';

/** Works on a line until nothing of it is unsettled. A second call only cuts a pause short. */
export async function drive(context: Context, line: Line): Promise<void> {
  if (line.isDriven) {
    line.bell?.abort();
    return;
  }
  line.isDriven = true;
  if (line.untold) await tell(context, line);
  while (line.intent || line.post) await step(context, line);
  line.isDriven = false;
}

async function step(context: Context, line: Line): Promise<void> {
  const { intent, post } = line;
  if (intent && isTold(context, line, intent)) return finish(context, line);
  if (line.next && !isOut(line)) {
    promote(line);
    await save(context, line);
    return;
  }
  if (intent && intent.row.posts === 0 && isExpired(context, intent)) {
    return finish(context, line, { kind: 'removal-expired' });
  }
  if (post) return post.answer === undefined ? settleDoubt(context, line, post) : settleTold(context, line, post);
  if (intent) return carryOut(context, line, intent);
}

/** True if a toggle's answer, heard by this very worker and so young that no check knows better says that it is as wished. */
function isTold(context: Context, line: Line, intent: Intent): boolean {
  const { post } = line;
  if (!line.isHeard || post?.answer !== intent.row.target || post.disputed || post.overtaken) return false;
  return intent.row.posts > 0 || postAge(line, post, context.parts.clock.elapsed()) < LAG_ALLOWANCE_MS;
}
