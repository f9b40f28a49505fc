/** @jsxImportSource react */
import { Link } from '../router/context.tsx';
import { ActionIcon } from '../ui/action-icon.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Logo } from './logo.tsx';
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
      <form className="site-search" onSubmit={event => event.preventDefault()}>
        <span className="site-search-kind">
          Models <Icon name="down" size={14} />
        </span>
        <input type="search" placeholder="Search Civitai" aria-label="Search Civitai" />
        <kbd>/</kbd>
        <button type="submit" aria-label="Search">
          <Icon name="search" size={18} />
        </button>
      </form>
      <div className="site-header-end">
        <ActionIcon icon="search" iconSize={22} label="Open search" className="only-narrow" />
        <Button
          variant="light"
          className="header-create"
          aria-label="Create"
          leftSection={<Icon name="brush" size={18} />}
        >
          <span className="wide-only">Create</span>
        </Button>
        <ActionIcon icon="device" iconSize={20} label="Civitai Link" />
        <ActionIcon icon="bell" iconSize={20} label="Notifications" />
        <UserMenu />
      </div>
    </header>
  );
}
