import { NewTab } from '@/components/new-tab';
import { OutwardLink } from '@/components/outward-link';
import type { Act, Remedy } from '@/utils/sentences/notices';

/** An address of the extension; `isNewTab` where the page would otherwise be left. */
type Way = { href: string; isNewTab?: boolean };

/** How a page takes each action: a function, called in the click itself, or an address. */
export type Actions = { readonly [Name in Act]: (() => void) | Way };

/** The button or the link of a remedy. */
export function Control({ remedy, actions }: { remedy: Remedy; actions: Actions }) {
  if (remedy.kind === 'none') return null;
  if (remedy.kind === 'link') {
    return (
      <OutwardLink href={remedy.href} button>
        {remedy.label}
      </OutwardLink>
    );
  }
  const act = actions[remedy.kind];
  if (typeof act === 'function') {
    return (
      <button type="button" class="button button--quiet" onClick={act}>
        {remedy.label}
      </button>
    );
  }
  return (
    <a class="button button--quiet" href={act.href} {...(act.isNewTab && { target: '_blank', rel: 'noreferrer' })}>
      {remedy.label}
      {act.isNewTab && <NewTab />}
    </a>
  );
}
