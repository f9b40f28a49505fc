import { storageProblem } from '@/entrypoints/background/storage/verdict';
import type { Request } from '@/utils/messages/request';
import type * as requests from '@/utils/messages/requests';
import { fail, type Problem, type Result } from '@/utils/problem';

/** The name of every message there is a row for. */
export type RequestName = (typeof requests)[keyof typeof requests]['name'];

/** What answers a message. */
export type Endpoint<Name extends string = string> = {
  name: Name;
  from: Request<Name, unknown, unknown>['from'];
  /** Never rejects. `tabId`: the tab that the message comes from. */
  answer(arg: unknown, tabId: number | undefined): Promise<unknown>;
};

const UNEXPECTED: Problem = { kind: 'unexpected' };

/** The endpoint of a row: `isArgument` refuses what the message must not carry, `handle` is one call into the room that knows. */
export function endpoint<Name extends RequestName, Arg, Value>(
  { name, from }: Request<Name, Arg, Value>,
  isArgument: (arg: unknown) => arg is NoInfer<Arg>,
  handle: (arg: NoInfer<Arg>, tabId: number | undefined) => Promise<NoInfer<Value | Result<Value>>>,
): Endpoint<Name> {
  return {
    name,
    from,
    async answer(arg, tabId) {
      try {
        return isArgument(arg) ? await handle(arg, tabId) : fail(UNEXPECTED);
      } catch {
        return fail(storageProblem() ?? UNEXPECTED);
      }
    },
  };
}
