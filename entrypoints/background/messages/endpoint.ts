import { storageProblem } from '@/entrypoints/background/storage/verdict';
import type { Caller, Request } from '@/utils/messages/request';
import type * as history from '@/utils/messages/rows/history-requests';
import type * as login from '@/utils/messages/rows/login-requests';
import type * as ownGround from '@/utils/messages/rows/own-ground-requests';
import type * as radar from '@/utils/messages/rows/radar-requests';
import type * as removals from '@/utils/messages/rows/removal-requests';
import type * as requests from '@/utils/messages/rows/requests';
import type * as tabs from '@/utils/messages/rows/tab-requests';
import { fail, type Problem, type Result } from '@/utils/problem';
import type { HistoryPlace } from '@/utils/vault/history';

/** The name of every message there is a row for. */
export type RequestName = Rows[keyof Rows]['name'];

type Rows = typeof requests &
  typeof ownGround &
  typeof history &
  typeof tabs &
  typeof login &
  typeof removals &
  typeof radar;

/** Who sends a message, and from where; `tabId`: the tab that it comes from; `isPrivate`: from a private window. */
export type From = { caller: Caller; place: HistoryPlace; tabId: number | undefined; isPrivate: boolean };

/** What answers a message. */
export type Endpoint<Name extends string = string> = {
  name: Name;
  from: Request<Name, unknown, unknown>['from'];
  /** Never rejects. */
  answer(arg: unknown, sender: From): Promise<unknown>;
};

const UNEXPECTED: Problem = { kind: 'unexpected' };

/** The endpoint of a row: `isArgument` refuses what the message must not carry, `handle` is one call into the room that knows. */
export function endpoint<Name extends RequestName, Arg, Value>(
  { name, from }: Request<Name, Arg, Value>,
  isArgument: (arg: unknown) => arg is NoInfer<Arg>,
  handle: (arg: NoInfer<Arg>, sender: From) => Promise<NoInfer<Value | Result<Value>>>,
): Endpoint<Name> {
  return {
    name,
    from,
    async answer(arg, sender) {
      try {
        return isArgument(arg) ? await handle(arg, sender) : fail(UNEXPECTED);
      } catch {
        return fail(storageProblem() ?? UNEXPECTED);
      }
    },
  };
}
