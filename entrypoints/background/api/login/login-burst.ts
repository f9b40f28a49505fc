import { type ApiFailure, type ApiResult, notSent } from '@/entrypoints/background/api/result';
import type { SiteUser } from '@/entrypoints/background/api/schemas/user-schemas';

/** A burst that lasts longer lets no more reads join: its last question would come too late. */
const JOIN_WITHIN_MS = 2_000;

export type BurstParts = {
  siteUser(): Promise<ApiResult<SiteUser | null>>;
  /** The user whose vault is read; `undefined`: not any more. */
  expectedUser(): Promise<number | undefined>;
  /** Hears every answer to "who is logged in?"; a burst goes on once it is dealt with. */
  found(user: SiteUser | null): Promise<void>;
  /** Epoch ms. */
  now(): number;
};

/** Reads under way between two questions who is logged in. `over`: why their answers are dropped. */
type Burst = {
  startedAt: number;
  before: Promise<ApiFailure | undefined>;
  over: Promise<ApiFailure | undefined>;
  reads: number;
  end(): void;
};

const CHANGED = { kind: 'login-changed' } as const;

/**
 * Lets reads with the site's login count only if the same user was logged in before and after them (site-facts.md H.5). All reads of a
 * moment share the two questions. Nothing is asked of a vault where the first answer names another user, or none.
 */
export function createLoginBursts(parts: BurstParts): <T>(read: () => Promise<ApiResult<T>>) => Promise<ApiResult<T>> {
  let current: Burst | undefined;
  const join = (): Burst => {
    const age = current ? parts.now() - current.startedAt : -1;
    if (!current || age < 0 || age > JOIN_WITHIN_MS) current = begin(parts);
    return current;
  };
  return async read => {
    const burst = join();
    burst.reads += 1;
    const answer = (await burst.before) ?? (await read());
    burst.reads -= 1;
    if (burst.reads === 0) {
      if (current === burst) current = undefined;
      burst.end();
    }
    return (await burst.over) ?? answer;
  };
}

function begin(parts: BurstParts): Burst {
  let end = () => {};
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const before = whyNot(parts);
  const over = Promise.all([before, ended]).then(([first]) => first ?? whyNot(parts));
  return { startedAt: parts.now(), before, over, reads: 0, end };
}

/** Why nothing may be read, or kept of what was read; `undefined`: the right user is logged in. */
async function whyNot(parts: BurstParts): Promise<ApiFailure | undefined> {
  try {
    const expected = await parts.expectedUser();
    if (expected === undefined) return notSent({ kind: 'not-signed-in' });
    const answer = await parts.siteUser();
    if (!answer.ok) return answer;
    await parts.found(answer.value);
    return answer.value?.userId === expected ? undefined : notSent(CHANGED);
  } catch {
    return notSent({ kind: 'unexpected' });
  }
}
