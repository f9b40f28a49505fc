import type { SiteRequest } from '@/sandbox/http/site-contract.ts';
import type { WorldAccount, WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { PageProps, Session } from '@/sandbox/site/app/data/page-props.ts';

const ranks = ['founder', 'bronze', 'silver', 'gold'];

/** The tier a session carries: the highest active subscription's, or a comped one; none for free users (F.10). */
function tierOf(account: WorldAccount): string | undefined {
  const active = account.subscriptions.filter(({ status }) => status === 'active' || status === 'trialing');
  const tiers = active.map(({ tier }) => tier).sort((a, b) => ranks.indexOf(b) - ranks.indexOf(a));
  return tiers[0] ?? account.compedTier ?? undefined;
}

function sessionOf(account: WorldAccount, now: number): Session {
  const tier = tierOf(account);
  const { id, username, email } = account;
  const expires = new Date(now + 30 * 86_400_000).toISOString();
  return { user: { id, username, email, ...(tier ? { tier } : {}), isModerator: false }, expires };
}

/** What every page gets (site-facts.md B.6): who is looking, on which host, in which scheme. */
export function basePropsFor({ host, cookies, account }: SiteRequest, now: number): PageProps {
  return {
    ...(account ? { session: sessionOf(account, now) } : {}),
    colorScheme: cookies['mantine-color-scheme'] === 'light' ? 'light' : 'dark',
    flags: { vault: Boolean(account), imageGeneration: true, airDisplay: true },
    domain: isRed(host) ? 'blue' : 'green',
    host,
    hasAuthCookie: '__Secure-civ-token' in cookies,
  };
}

/** The domain for mature content (site-facts.md E). */
export function isRed(host: string): boolean {
  return host === 'civitai.red' || host.endsWith('.civitai.red');
}

/** Whether a paid gate stands now. */
export function isGated(version: WorldVersion, now: number): boolean {
  const gate = version.paidAccess;
  return gate !== null && (gate.permanent || (gate.endsAt !== null && Date.parse(gate.endsAt) > now));
}

/** What `useModelVersionPermission().canDownload` comes to (site-facts.md B.3). */
export function canDownload(
  model: WorldModel,
  version: WorldVersion,
  account: WorldAccount | undefined,
  now: number,
): boolean {
  if (account && (account.id === model.creator.id || account.grants.has(version.id))) return true;
  const isOpen = version.availability !== 'Private' && model.availability !== 'Private';
  return isOpen && !isGated(version, now);
}
