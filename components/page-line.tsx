import { countOf, formatCount } from '@/utils/format';
import { siteLinks } from '@/utils/site-links';
import { PageIcon } from './icons';
import { OutwardLink } from './outward-link';
import './page-line.css';

function countWords(versions: number, kept: number | undefined): string {
  if (versions === 0) return 'No model versions on this page.';
  const here = `${countOf(versions, 'version')} here`;
  if (kept === undefined) return here;
  return `${here}, ${kept === 0 ? 'none' : formatCount(kept)} in your vault`;
}

/** What the page in front offers. `kept` is left out while it isn't known for this account. */
export function PageLine({ versions, kept }: { versions: number; kept: number | undefined }) {
  return (
    <p class="page-line">
      <PageIcon />
      <span>{countWords(versions, kept)}</span>
    </p>
  );
}

/** In the same place and of the same height, where the page in front is not one of Civitai's. */
export function PageHint() {
  return (
    <p class="page-line">
      <PageIcon />
      <span>
        See it at work: <OutwardLink href={siteLinks.models}>browse models on Civitai</OutwardLink>
      </span>
    </p>
  );
}

/** In the same place, while the page in front is still being asked. */
export function PageLinePending() {
  return (
    <p class="page-line" aria-busy="true">
      <PageIcon />
      <span>Looking at this page…</span>
    </p>
  );
}

/** The page was open before Vaulted was installed or updated: nothing of it runs there. */
export function ReloadPrompt({ onReload }: { onReload: () => void }) {
  return (
    <div class="page-line page-line--prompt">
      <PageIcon />
      <span>Vaulted was installed or updated while this page was open. Reload it to see your vault here.</span>
      <button type="button" class="button button--quiet" onClick={onReload}>
        Reload page
      </button>
    </div>
  );
}
