import type { ComponentChildren } from 'preact';
import { OutwardIcon } from '@/components/icons/control-icons';
import { NewTab } from './new-tab';

type Props = { href: string; button?: boolean; children: ComponentChildren };

/** A link that opens in a new tab, and tells screen readers so. */
export function OutwardLink({ href, button = false, children }: Props) {
  return (
    <a class={button ? 'button button--quiet' : undefined} href={href} target="_blank" rel="noreferrer">
      {children}
      <NewTab />
      {button && <OutwardIcon />}
    </a>
  );
}
