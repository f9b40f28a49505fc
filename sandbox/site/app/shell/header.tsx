/** @jsxImportSource react */

import { Link } from '@/sandbox/site/app/router/context.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import { openGenerator } from '@/sandbox/site/fixtures/client/generator.ts';
import { Logo } from './logo.tsx';
import { Notifications } from './notifications.tsx';
import { SearchBox } from './search-box.tsx';
import { UserMenu } from './user-menu.tsx';

/** The bar at the top: logo, search, what can be made, who one is. */
export function Header() {
  return (
    <header className="site-header">
      <div className="site-header-start">
        <Link href="/" aria-label="Civitai home" className="site-logo">
          <Logo />
        </Link>
        <span className="pro-chip">
          Pro <Icon name="diamond" size={14} />
        </span>
      </div>
      <SearchBox />
      <div className="site-header-end">
        <Link href="/search/models" aria-label="Open search" className="only-narrow">
          <Icon name="search" size={22} />
        </Link>
        <Button
          variant="light"
          className="header-create"
          aria-label="Create"
          onClick={() => void openGenerator()}
          leftSection={<Icon name="brush" size={18} />}
        >
          <span className="wide-only">Create</span>
        </Button>
        <ActionIcon icon="device" iconSize={20} label="Civitai Link" />
        <Notifications />
        <UserMenu />
      </div>
    </header>
  );
}
