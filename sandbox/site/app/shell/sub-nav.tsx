/** @jsxImportSource react */
import { FeedControls } from '@/sandbox/site/app/feed/feed-controls.tsx';
import { Link, useRouter } from '@/sandbox/site/app/router/context.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import type { IconName } from '@/sandbox/site/app/ui/icon-paths.ts';

const places: { label: string; icon: IconName; href: string }[] = [
  { label: 'Home', icon: 'home', href: '/' },
  { label: 'Models', icon: 'category', href: '/models' },
  { label: 'Articles', icon: 'article', href: '/articles/1' },
  { label: 'Challenges', icon: 'trophy', href: '/challenges/1' },
];

const others: { label: string; icon: IconName }[] = [
  { label: 'Images', icon: 'photo' },
  { label: 'Videos', icon: 'video' },
  { label: 'Updates', icon: 'bell' },
  { label: 'Shop', icon: 'bag' },
];

/** The row of sections that stays at the top of the scroller (z-index 50, site-facts.md C.3). */
export function SubNav() {
  const { route } = useRouter();
  return (
    <nav className="sub-nav" aria-label="Sections">
      {places.map(({ label, icon, href }) => (
        <Link
          key={label}
          href={href}
          className="sub-nav-item"
          data-active={isHere(route.page, href) ? true : undefined}
        >
          <Icon name={icon} /> {label}
        </Link>
      ))}
      {others.map(({ label, icon }) => (
        <button key={label} type="button" className={label === 'Shop' ? 'sub-nav-item is-shop' : 'sub-nav-item'}>
          <Icon name={icon} /> {label}
        </button>
      ))}
      {route.page === '/models' || route.page === '/tag/[tagname]' ? <FeedControls /> : null}
    </nav>
  );
}

function isHere(page: string, href: string): boolean {
  return href === '/' ? page === '/' : page.startsWith(href);
}
