/** @jsxImportSource react */
import { useState } from 'react';
import { initials } from '@/sandbox/site/app/format/format.ts';
import { Link, useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import { useColorScheme } from './color-scheme.tsx';

/** Avatar, balance, and the menu below them; for visitors the way to sign in, and the menu behind a plain button. */
export function UserMenu() {
  const { route } = useRouter();
  const user = route.pageProps.session?.user;
  const [isOpen, setOpen] = useState(false);
  const { scheme, toggle } = useColorScheme();
  const close = () => setOpen(false);
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
      {isOpen ? (
        <div className="mantine-Menu-dropdown" role="menu">
          {user ? (
            <>
              <div className="menu-name">{user.username}</div>
              <Link role="menuitem" href="/user/vault" className="mantine-Menu-item" onClick={close}>
                <Icon name="cloudLock" /> My Vault
              </Link>
              <Link role="menuitem" href="/user/downloads" className="mantine-Menu-item" onClick={close}>
                <Icon name="download" /> Downloads
              </Link>
              <Link role="menuitem" href="/user/account" className="mantine-Menu-item" onClick={close}>
                <Icon name="key" /> Account settings
              </Link>
            </>
          ) : null}
          <button type="button" role="menuitem" className="mantine-Menu-item" onClick={toggle}>
            <Icon name="sun" /> {scheme === 'dark' ? 'Light mode' : 'Dark mode'}
          </button>
        </div>
      ) : null}
    </div>
  );
}
