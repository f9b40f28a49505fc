/** @jsxImportSource react */
import type { ReactNode } from 'react';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { Icon } from './icon.tsx';

/** A page's title with the way back before it: an ActionIcon that is an anchor (site-facts.md A.1, reviews). */
export function BackTitle({ href, children }: { href: string; children: ReactNode }) {
  return (
    <div className="back-title">
      <Link href={href} aria-label="Back" className="mantine-ActionIcon-root is-transparent">
        <Icon name="left" size={24} />
      </Link>
      <h1>{children}</h1>
    </div>
  );
}
