import { json } from '@/tests/unit/background/api/fake-fetch';
import { createFakeAccount, memberSite, type Site } from './fake-account';

const loggedIn = (id: number, username: string) => () => json({ user: { id, username } });
export const ADA = loggedIn(3, 'ada');
export const EVE = loggedIn(4, 'eve');
export const nobody = () => json({});

/** The vault of a user as it is shown with the site's login; `changes`: what the site says from then on. */
export async function shown(changes: Partial<Site> = {}) {
  const site = memberSite({ session: ADA });
  const fake = createFakeAccount(site);
  const connection = await fake.account.showWithLogin();
  if (!connection.ok || connection.value.kind !== 'signed-in') throw new Error('not shown');
  Object.assign(site, changes);
  fake.fetch.sent.length = 0;
  return { ...fake, site, session: connection.value.session };
}
