import type { Connection } from '@/utils/account/account';

let known: { script: Element | null; userId: unknown } | undefined;

/** Who is logged in on this host, as the server said with the document (site-facts.md B.6); `undefined` where it didn't. */
export function readPageUserId(): unknown {
  // A description may hold an element of that id further up: the site lets `id` through, but never a script.
  const script = document.querySelector('script#__NEXT_DATA__');
  if (known?.script !== script) known = { script, userId: parse(script) };
  return known?.userId;
}

function parse(script: Element | null): unknown {
  try {
    const { session }: { session?: { id?: unknown; user?: { id?: unknown } } } = JSON.parse(script?.textContent ?? '')
      .props.pageProps;
    return (session?.user ?? session)?.id;
  } catch {
    return undefined;
  }
}

/** The connection as this tab may show it: what is read with the site's login is shown only where that user is logged in. */
export function connectionHere(connection: Connection): Connection {
  if (connection.kind !== 'signed-in' || !connection.isLogin) return connection;
  const userId = readPageUserId();
  return userId === undefined || userId === connection.userId
    ? connection
    : { kind: 'signed-out', otherThan: connection.username ?? '' };
}
