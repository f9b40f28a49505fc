/** @jsxImportSource react */

import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { readQuery } from '@/sandbox/site/app/router/route.ts';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';

/** `/user/account` with the card "API Keys" and its deep link (site-facts.md H.1). Keys are made by the sandbox itself. */
export function AccountPage() {
  const { route } = useRouter();
  const user = route.pageProps.session?.user;
  if (!user) return <NotFound />;
  const isAdding = readQuery(route.query, 'addApiKey') === '1';
  const name = (readQuery(route.query, 'name') ?? '').slice(0, 64);
  return (
    <div className="plain-page">
      <h1>Manage Account</h1>
      <Card>
        <h2>Profile</h2>
        <p>{user.username}</p>
        <p className="dimmed">{user.email}</p>
      </Card>
      <Card id="api-keys">
        <h2>API Keys</h2>
        <p className="dimmed">You can use API keys to interact with the site through the API as your user.</p>
        {isAdding ? (
          <p>Create API Key: {name || 'unnamed'}, Vault: Read, Write</p>
        ) : (
          <Button size="xs">Add API key</Button>
        )}
      </Card>
    </div>
  );
}
