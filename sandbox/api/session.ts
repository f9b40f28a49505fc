import type { ApiAnswer, ApiContext } from './handler.ts';
import { tierOf } from './me.ts';

const MONTH_MS = 30 * 86_400_000;

/** `GET /api/auth/session`: the user who is logged in on this host, by cookie alone; `{}` without a login (site-facts.md G). */
export function authSession({ world, credentials }: ApiContext): ApiAnswer {
  if (credentials?.via !== 'cookie') return { status: 200, json: {} };
  const { id, username, email } = credentials.account;
  const user = { id, username, email, tier: tierOf(credentials.account) };
  return { status: 200, json: { user, expires: new Date(world.clock.now() + MONTH_MS).toISOString() } };
}
