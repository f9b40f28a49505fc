import type { ComponentChildren } from 'preact';
import { Logo } from '@/components/logo';
import { OutwardLink } from '@/components/outward-link';
import { siteLinks } from '@/utils/civitai/site-links';
import type { SyncStatus } from '@/utils/messages/protocol';
import { formatCount } from '@/utils/sentences/format';

function Blank({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="blank">
      <Logo size={56} />
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Nobody is signed in. */
export function SignedOut({ signInPage }: { signInPage: string }) {
  return (
    <Blank title="Connect your vault">
      <p>Vaulted isn’t connected to your account, so it can’t see what is in your vault.</p>
      <a class="button" href={signInPage}>
        Connect Vaulted
      </a>
    </Blank>
  );
}

/** The vault is known, and there is nothing in it. */
export function EmptyVault() {
  return (
    <Blank title="Your vault is empty">
      <p>Models that you add are kept for you, even if they disappear from the site.</p>
      <OutwardLink href={siteLinks.models} button>
        Browse models on Civitai
      </OutwardLink>
    </Blank>
  );
}

/** There are items, but none that fits. */
export function NothingFound({ onShowAll }: { onShowAll: () => void }) {
  return (
    <Blank title="Nothing fits">
      <p>No version in your vault fits what you searched for and the filters that are on.</p>
      <button type="button" class="button button--quiet" onClick={onShowAll}>
        Show everything
      </button>
    </Blank>
  );
}

/** The first reading of the vault; what has come so far is shown below. */
export function Reading({ status }: { status: SyncStatus }) {
  const progress = status.kind === 'syncing' && status.total > 0 ? status : undefined;
  return (
    <section class="reading" aria-label="Reading your vault">
      {/* Spoken once: the count would be read out with every page of it, and the bar has it for whoever asks. */}
      <p class="visually-hidden" role="status">
        Reading your vault…
      </p>
      <p aria-hidden="true">
        {progress
          ? `Reading your vault: ${formatCount(progress.done)} of ${formatCount(progress.total)}`
          : 'Reading your vault…'}
      </p>
      <progress aria-label="Reading your vault" {...(progress && { max: progress.total, value: progress.done })} />
    </section>
  );
}

const SKELETON = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** Grey rows, as high as real ones, until the first are there. */
export function SkeletonRows() {
  return (
    <div class="skeleton" aria-hidden="true">
      {SKELETON.map(row => (
        <div key={row} class="skeleton-row">
          <span class="bone bone--cover" />
          <span class="bone bone--name" />
          <span class="bone" />
        </div>
      ))}
    </div>
  );
}
