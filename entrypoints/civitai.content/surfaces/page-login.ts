import type { Connection } from '@/utils/account/account';

/** Who is logged in on this host, as the server said with the document (site-facts.md B.6); `undefined` where it didn't. */
export function readPageUserId(): number | undefined {
  try {
    // A description may hold an element of that id further up: the site lets `id` through, but never a script.
    const text = document.querySelector('script#__NEXT_DATA__')?.textContent ?? '';
    const { session }: { session?: PageUser & { user?: PageUser } } = JSON.parse(text).props.pageProps;
    return (session?.user ?? session)?.id;
  } catch {
    // A page that doesn't say.
  }
  return undefined;
}

type PageUser = { id?: number };

/** The connection as this tab may show it: what is read with the site's login is shown only where that user is logged in. */
export function connectionHere(connection: Connection): Connection {
  if (connection.kind !== 'signed-in' || !connection.isLogin) return connection;
  const isShown = [undefined, connection.userId].includes(readPageUserId());
  return isShown ? connection : { ...connection, kind: 'signed-out' };
}

/** Whose vault the marks have to name: the login is that of civitai.com, which says nothing of the other domain (site-facts.md E). */
export function accountToName(connection: Connection | undefined): string | undefined {
  if (connection?.kind !== 'signed-in' || !connection.isLogin) return undefined;
  return /(^|\.)civitai\.com$/.test(location.hostname) ? undefined : connection.username;
}
