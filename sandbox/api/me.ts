import { SCOPES } from '@/sandbox/accounts/accounts.ts';
import { activeSubscriptions } from '@/sandbox/api/vault/vault-service.ts';
import type { WorldAccount } from '@/sandbox/records.ts';
import { errorText } from './failures.ts';
import type { ApiAnswer, ApiContext } from './handler.ts';

const RANKS = ['founder', 'bronze', 'silver', 'gold'];

/** The highest active tier, or a given one; `undefined` for free callers (site-facts.md F.10). */
export function tierOf(account: WorldAccount): string | undefined {
  const tiers = activeSubscriptions(account).map<string>(({ tier }) => tier);
  if (account.compedTier !== null) tiers.push(account.compedTier);
  return tiers.sort((a, b) => RANKS.indexOf(b) - RANKS.indexOf(a))[0];
}

function productName(tier: string): string {
  return `${tier.charAt(0).toUpperCase()}${tier.slice(1)} Membership`;
}

/** `GET /api/v1/me`. A key without UserRead gets no e-mail address, or with `meNeedsUserRead` no answer at all. */
export function me({ world, credentials }: ApiContext): ApiAnswer {
  if (!credentials) return errorText(401, 'Unauthorized');
  const { account, scope, via } = credentials;
  const mayReadUser = via === 'cookie' || (scope & SCOPES.userRead) !== 0;
  if (!mayReadUser && world.settings.meNeedsUserRead) return errorText(403, 'Forbidden');
  const isDocumented = world.settings.flavour === 'documented';
  const tier = tierOf(account) ?? (isDocumented ? 'free' : undefined);
  const { id, username, status, email, subscriptions } = account;
  const slots = subscriptions.map(({ buzzType, tier: name }) => (isDocumented ? productName(name) : buzzType));
  return {
    status: 200,
    json: {
      id,
      username,
      tier,
      status,
      isMember: tier !== undefined && tier !== 'free',
      subscriptions: [...new Set(slots)],
      ...(mayReadUser && { email, emailVerified: '2024-01-01T00:00:00.000Z' }),
      ...(via === 'key' && { tokenScope: scope, buzzLimit: null, subject: { type: 'apiKey', id: account.id * 10 } }),
    },
  };
}
