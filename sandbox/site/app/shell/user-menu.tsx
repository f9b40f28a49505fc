/** @jsxImportSource react */
import { useState } from 'react';
import { initials } from '@/sandbox/site/app/format/format.ts';
import { Link, useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import type { IconName } from '@/sandbox/site/app/ui/icon-paths.ts';
import { useColorScheme } from './color-scheme.tsx';

/** Avatar, balance, and the menu below them; for visitors the way to sign in, and the menu behind a plain button. */
export function UserMenu() {
  const { route } = useRouter();
  const user = route.pageProps.session?.user;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="user-menu">
      {user ? null : (
        <ButtonLink href="/login" size="xs" variant="light">
          Sign In
        </ButtonLink>
      )}
      <button
        type="button"
        className="user-menu-target"
        aria-label="Account menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {user ? <span className="avatar">{initials(user.username)}</span> : <Icon name="menu" size={22} />}
        {user ? (
          <span className="buzz wide-only">
            <Icon name="bolt" size={18} fill /> 0
          </span>
        ) : null}
      </button>
      {isOpen ? <Menu username={user?.username} close={() => setOpen(false)} /> : null}
    </div>
  );
}

const entries: { label: string; icon: IconName; href: string }[] = [
  { label: 'My Vault', icon: 'cloudLock', href: '/user/vault' },
  { label: 'Downloads', icon: 'download', href: '/user/downloads' },
  { label: 'Account settings', icon: 'key', href: '/user/account' },
];

function Menu({ username, close }: { username: string | undefined; close: () => void }) {
  const { scheme, toggle } = useColorScheme();
  return (
    <div className="mantine-Menu-dropdown" role="menu">
      {username === undefined ? null : (
        <>
          <div className="menu-name">{username}</div>
          {entries.map(({ label, icon, href }) => (
            <Link key={href} role="menuitem" href={href} className="mantine-Menu-item" onClick={close}>
              <Icon name={icon} /> {label}
            </Link>
          ))}
        </>
      )}
      <button type="button" role="menuitem" className="mantine-Menu-item" onClick={toggle}>
        <Icon name="sun" /> {scheme === 'dark' ? 'Light mode' : 'Dark mode'}
      </button>
    </div>
  );
}
