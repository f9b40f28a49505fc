import { PageIcon } from '@/components/icons/control-icons';
import { OutwardLink } from '@/components/outward-link';
import { siteLinks } from '@/utils/civitai/site-links';
import { countOf, formatCount } from '@/utils/sentences/format';
import './page-line.css';

function describeCounts(
  versions: number,
  inVault: number | undefined,
  marked: number,
  problem: string | undefined,
): string {
  if (problem) return problem;
  if (versions === 0) {
    return marked === 0 ? 'No model versions on this page' : `${countOf(marked, 'model')} marked on this page`;
  }
  const here = `${countOf(versions, 'version')} here`;
  if (inVault === undefined) return here;
  return `${here}, ${inVault === 0 ? 'none' : formatCount(inVault)} in your vault`;
}

/** The versions on the page in front. `inVault` is left out while it isn't known for this account. */
export function PageLine({
  versions,
  inVault,
  marked = 0,
  problem,
}: {
  versions: number;
  inVault: number | undefined;
  /** Marked models and versions outside of a version list. */
  marked?: number;
  /** A sentence on why the page's versions are not known. */
  problem?: string | undefined;
}) {
  return (
    <p class="page-line">
      <PageIcon />
      <span>{describeCounts(versions, inVault, marked, problem)}</span>
    </p>
  );
}

/** Links to models at unknown positions: the site has changed. The version is there for a report by hand; nothing is sent. */
export function SiteChanged({ count, version }: { count: number; version: string }) {
  return (
    <p class="page-line page-line--note" role="note">
      <PageIcon />
      <span>
        Civitai seems to have changed: for {countOf(count, 'link')} to models on this page Vaulted {version} knows no
        place, so {count === 1 ? 'it has' : 'they have'} only a plain mark.
      </span>
    </p>
  );
}

/** In its place, where the page in front is not one of Civitai's. */
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

/** In its place, until the page in front has answered. */
export function PageLinePending() {
  return (
    <p class="page-line" aria-busy="true">
      <PageIcon />
      <span>Looking at this page…</span>
    </p>
  );
}

/** In its place, where the page was open before Vaulted was installed or updated. */
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
