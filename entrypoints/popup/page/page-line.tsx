import { PageIcon } from '@/components/icons/control-icons';
import { Plural } from '@/components/text';
import type { PageCount } from '@/utils/messages/tab-summary';
import { t } from '@/utils/texts/texts';
import './page-line.css';

/** The line before anything on the page can be counted: Vaulted asks, or waits there for the page to finish. */
export function PageLine({ id }: { id: 'tab.asking' | 'tab.waiting' }) {
  return (
    <p class="page-line" aria-busy="true">
      <PageIcon />
      <span>{t(id)}</span>
    </p>
  );
}

type CountsProps = {
  /** Models that are marked outside of a version list. */
  models: PageCount;
  /** A model page's version list. */
  versions: PageCount;
  /** The counts are of the account on screen. */
  isOurs: boolean;
  /** A sentence on why the page's versions are not known. */
  problem?: string | undefined;
};

/** How much of the page in front is in the vault: of its versions, or where it lists none, of its models. */
export function PageCounts({ problem, ...counts }: CountsProps) {
  return (
    <p class="page-line">
      <PageIcon />
      <span>{problem ?? <Counts {...counts} />}</span>
    </p>
  );
}

function Counts({ models, versions, isOurs }: Omit<CountsProps, 'problem'>) {
  if (versions.all === 0 && models.all === 0) return t('tab.none');
  return versions.all > 0 ? <OfVersions {...versions} isOurs={isOurs} /> : <OfModels {...models} isOurs={isOurs} />;
}

type CountProps = PageCount & Pick<CountsProps, 'isOurs'>;

function OfVersions({ all, inVault, isOurs }: CountProps) {
  if (!isOurs) return <Plural id="tab.versions" count={all} />;
  if (inVault === 0) return <Plural id="tab.versions-none-in" count={all} />;
  return <Plural id="tab.versions-in" count={all} values={{ inVault }} />;
}

function OfModels({ all, inVault, isOurs }: CountProps) {
  if (!isOurs) return <Plural id="tab.models" count={all} />;
  if (inVault === 0) return <Plural id="tab.models-none-in" count={all} />;
  return <Plural id="tab.models-in" count={all} values={{ inVault }} />;
}

/** Links to models at unknown positions: the site has changed. The version is there for a report by hand; nothing is sent. */
export function SiteChanged({ count, version }: { count: number; version: string }) {
  return (
    <details class="page-line page-line--note">
      <summary>{t('tab.site-changed')}</summary>
      <p>
        <Plural id="tab.site-changed.links" count={count} values={{ version }} />
      </p>
    </details>
  );
}

/** In its place, where Vaulted doesn't run. */
export function ReloadPrompt({ onReload }: { onReload: () => void }) {
  return (
    <div class="page-line page-line--prompt">
      <PageIcon />
      <span>{t('tab.reload')}</span>
      <button type="button" class="button button--quiet" onClick={onReload}>
        {t('tab.reload.button')}
      </button>
    </div>
  );
}
