import { CheckIcon, ErrorIcon, WarningIcon } from '@/components/icons/status-icons';
import { OutwardLink } from '@/components/outward-link';
import type { Snapshot } from '@/utils/account/account';
import { type KeyReach, reachOf } from '@/utils/account/key-reach';
import { siteLinks } from '@/utils/civitai/site-links';
import './key-check.css';

type Line = { tone: 'can' | 'cannot' | 'too-much'; text: string };

const BEYOND: { readonly [Reach in KeyReach]?: string } = {
  everything: 'Do everything else on your account as well. Vaulted needs only the vault: a narrower key is safer.',
  more: 'Do more on your account than Vaulted needs.',
};

const ICONS = { can: CheckIcon, cannot: ErrorIcon, 'too-much': WarningIcon } as const;

/** What the key may do, each in a line. */
function linesOf(snapshot: Pick<Snapshot, 'canWrite' | 'keyScope' | 'username'>): Line[] {
  const { canWrite, username } = snapshot;
  const beyond = BEYOND[reachOf(snapshot)];
  return [
    { tone: 'can', text: 'See what is in your vault.' },
    canWrite
      ? { tone: 'can', text: 'Add to it, and remove from it once you have confirmed that.' }
      : { tone: 'cannot', text: 'Not add or remove anything: for that a key needs Vault → Write.' },
    ...(username === undefined ? [] : [{ tone: 'can' as const, text: 'See your name and your tier.' }]),
    ...(beyond ? [{ tone: 'too-much' as const, text: beyond }] : []),
  ];
}

/** What the stored key may do: enough, too little, or too much. */
export function KeyCheck({ snapshot, onReplace }: { snapshot: Snapshot; onReplace: () => void }) {
  const lines = linesOf(snapshot);
  return (
    <div class="key-check">
      <p>
        The key ending in <code>{snapshot.keyTail}</code> can
      </p>
      <ul>
        {lines.map(({ tone, text }) => {
          const Icon = ICONS[tone];
          return (
            <li key={text} data-tone={tone}>
              <Icon />
              <span>{text}</span>
            </li>
          );
        })}
      </ul>
      <p class="key-check-keep">
        {snapshot.isBrief
          ? 'It is kept until the browser closes. Then Vaulted forgets it and all it knows of your vault.'
          : 'It is kept in this browser until you sign out.'}
      </p>
      <p class="key-check-ways">
        {lines.some(({ tone }) => tone !== 'can') && (
          <OutwardLink href={siteLinks.newKey}>Create a better key</OutwardLink>
        )}
        <button type="button" class="button button--quiet" onClick={onReplace}>
          Use another key
        </button>
      </p>
    </div>
  );
}
