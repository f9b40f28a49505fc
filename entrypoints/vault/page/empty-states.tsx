import type { ComponentChildren } from 'preact';
import { Logo } from '@/components/logo';
import { OutwardLink } from '@/components/outward-link';
import { siteLinks } from '@/utils/civitai/site-links';
import { formatCount } from '@/utils/sentences/format';
import '@/components/progress.css';
import '@/components/storage/storage-skeleton.css';
import './empty-states.css';
import type { SyncStatus } from '@/utils/vault/vault-summary';

function Blank({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="blank">
      <Logo size={56} />
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The page while signed out. */
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

/** The page of an empty vault. */
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

/** No item matches the view. */
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

/** The progress of the first read; the items read so far are shown below. */
export function Reading({ sync }: { sync: SyncStatus | undefined }) {
  const progress = sync?.kind === 'syncing' && sync.total > 0 ? sync : undefined;
  return (
    <section class="reading" aria-label="Reading your vault">
      {/* Spoken once: a screen reader would announce every new count, and the bar has it anyway. */}
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

/** Grey rows, as high as real ones, until the first rows are known. */
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
