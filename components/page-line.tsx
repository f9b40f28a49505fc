import { siteLinks } from '@/utils/civitai/site-links';
import { countOf, formatCount } from '@/utils/sentences/format';
import { PageIcon } from './icons';
import { OutwardLink } from './outward-link';
import './page-line.css';

function countWords(versions: number, kept: number | undefined, marked: number, trouble: string | undefined): string {
  if (trouble) return trouble;
  if (versions === 0) {
    return marked === 0 ? 'No model versions on this page' : `${countOf(marked, 'model')} marked on this page`;
  }
  const here = `${countOf(versions, 'version')} here`;
  if (kept === undefined) return here;
  return `${here}, ${kept === 0 ? 'none' : formatCount(kept)} in your vault`;
}

/** What the page in front offers. `kept` is left out while it isn't known for this account. */
export function PageLine({
  versions,
  kept,
  marked = 0,
  trouble,
}: {
  versions: number;
  kept: number | undefined;
  /** Models and versions that are marked where the page has no version list. */
  marked?: number;
  /** Why nothing is known of the versions that the page shows, in a sentence. */
  trouble?: string | undefined;
}) {
  return (
    <p class="page-line">
      <PageIcon />
      <span>{countWords(versions, kept, marked, trouble)}</span>
    </p>
  );
}

/** There are links to models at places that Vaulted doesn't know. Nothing is sent anywhere: the version is for a report by hand. */
export function SiteChanged({ lost, version }: { lost: number; version: string }) {
  return (
    <p class="page-line page-line--note" role="note">
      <PageIcon />
      <span>
        Civitai seems to have changed: for {countOf(lost, 'link')} to models on this page Vaulted {version} knows no
        place, so {lost === 1 ? 'it has' : 'they have'} only a plain mark.
      </span>
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
