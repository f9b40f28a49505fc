import { PageIcon } from '@/components/icons/control-icons';
import { OutwardLink } from '@/components/outward-link';
import { Plural, Text } from '@/components/text';
import { siteLinks } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import './page-line.css';

type CountsProps = {
  versions: number;
  inVault: number | undefined;
  /** Marked models and versions outside of a version list. */
  marked: number;
};

function Counts({ versions, inVault, marked }: CountsProps) {
  if (versions === 0) return marked === 0 ? t('tab.none') : <Plural id="tab.marked" count={marked} />;
  if (inVault === undefined) return <Plural id="tab.versions" count={versions} />;
  if (inVault === 0) return <Plural id="tab.versions-none-in" count={versions} />;
  return <Plural id="tab.versions-in" count={versions} values={{ inVault }} />;
}

type Props = Omit<CountsProps, 'marked'> & {
  marked?: number;
  /** A sentence on why the page's versions are not known. */
  problem?: string | undefined;
};

/** The versions on the page in front. `inVault` is left out while it isn't known for this account. */
export function PageLine({ versions, inVault, marked = 0, problem }: Props) {
  return (
    <p class="page-line">
      <PageIcon />
      <span>{problem ?? <Counts versions={versions} inVault={inVault} marked={marked} />}</span>
    </p>
  );
}

/** Links to models at unknown positions: the site has changed. The version is there for a report by hand; nothing is sent. */
export function SiteChanged({ count, version }: { count: number; version: string }) {
  return (
    <p class="page-line page-line--note" role="note">
      <PageIcon />
      <span>
        <Plural id="tab.site-changed" count={count} values={{ version }} />
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
        <Text
          id="tab.elsewhere"
          values={{ link: <OutwardLink href={siteLinks.models}>{t('tab.elsewhere.link')}</OutwardLink> }}
        />
      </span>
    </p>
  );
}

/** In its place, until the page in front has answered. */
export function PageLinePending() {
  return (
    <p class="page-line" aria-busy="true">
      <PageIcon />
      <span>{t('tab.asking')}</span>
    </p>
  );
}

/** In its place, while Vaulted waits there for the page to finish. */
export function PageLineWaiting() {
  return (
    <p class="page-line" aria-busy="true">
      <PageIcon />
      <span>{t('tab.waiting')}</span>
    </p>
  );
}

/** In its place, where the page was open before Vaulted was installed or updated. */
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
