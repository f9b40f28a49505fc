import * as z from 'zod/mini';
import type { Me } from '@/entrypoints/background/api/vault-api';
import { count, flag, known, orNothing, rowId, text } from './tolerant';

/** The user who is logged in on the site. */
export type SiteUser = { userId: number; username?: string };

/** The answer of `/api/auth/session` (site-facts.md G): `{}` = no user is logged in. A user without an id is another shape. */
export const sessionAnswer = z.pipe(
  z.object({ user: orNothing(z.object({ id: rowId, username: text })) }),
  z.transform(({ user }): SiteUser | null =>
    user ? { userId: user.id, ...known({ username: user.username }) } : null,
  ),
);

/** The answer of `/me` (site-facts.md F.10). */
export const meAnswer = z.pipe(
  z.object({ id: rowId, username: text, tier: text, status: text, isMember: flag, tokenScope: count }),
  z.transform(({ id, ...rest }): Me => ({ id, ...known(rest) })),
);
