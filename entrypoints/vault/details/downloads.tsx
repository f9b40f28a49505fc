import { SaveIcon } from '@/components/icons/control-icons';
import { NewTab } from '@/components/new-tab';
import { OutwardLink } from '@/components/outward-link';
import { Text } from '@/components/text';
import type { SiteAccount } from '@/utils/account/site-account';
import { siteLinks } from '@/utils/civitai/site-links';
import { formatKb } from '@/utils/texts/format';
import { t, tn } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { type Download, type DownloadBlock, downloadsOf } from '@/utils/vault-view/downloads';
import './downloads.css';

type LoginProps = { siteAccount: SiteAccount | 'asking' | 'failed'; owner: string | undefined };

/** Whether the site's links will work, which depends on the account that is logged in there; shown before the user clicks. */
function LoginNote({ siteAccount, owner }: LoginProps) {
  if (siteAccount === 'asking') return <p class="note">{t('download.login.asking')}</p>;
  if (siteAccount !== 'failed' && siteAccount.who === 'owner') return <p class="note">{t('download.login.owner')}</p>;
  const isKnown = siteAccount !== 'failed' && siteAccount.who !== 'unsure';
  return (
    <p class="note" data-tone="warning">
      <LoginWarning siteAccount={siteAccount} owner={owner} />
      {isKnown && ' '}
      {isKnown && <OutwardLink href={siteLinks.home}>{t('link.civitai')}</OutwardLink>}
    </p>
  );
}

/** The account that is logged in, and the one that owns the vault; a key that doesn't say whose it is stands for its owner. */
function LoginWarning({ siteAccount, owner }: LoginProps) {
  if (siteAccount === 'asking' || siteAccount === 'failed' || siteAccount.who === 'unsure') {
    return owner ? <Text id="download.login.unsure" values={{ owner }} /> : t('download.login.unsure-key');
  }
  const user = siteAccount.who === 'other' ? siteAccount.username : undefined;
  if (siteAccount.who !== 'other') {
    return owner ? <Text id="download.login.out" values={{ owner }} /> : t('download.login.out-key');
  }
  if (!user) {
    return owner ? (
      <Text id="download.login.another-unnamed" values={{ owner }} />
    ) : (
      t('download.login.another-unnamed-key')
    );
  }
  return owner ? (
    <Text id="download.login.another" values={{ user, owner }} />
  ) : (
    <Text id="download.login.another-key" values={{ user }} />
  );
}

function labelsOf({ kind, file }: Download): { label: string; detail: string } {
  if (kind === 'details') return { label: t('download.details'), detail: 'PDF' };
  if (kind === 'images') return { label: t('download.images'), detail: 'ZIP' };
  return { label: file?.displayName || t('download.model'), detail: file ? formatKb(file.sizeKb) : t('download.file') };
}

type Props = {
  item: MirroredItem;
  block: DownloadBlock | undefined;
  siteAccount: SiteAccount | 'asking' | 'failed';
  owner: string | undefined;
};

/** The site's downloads of an item, or why there are none. */
export function Downloads({ item, block, siteAccount, owner }: Props) {
  return (
    <section aria-labelledby="downloads">
      <h3 id="downloads">{t('download.title')}</h3>
      {block ? (
        <p class="note" data-tone="warning">
          {t(`download.block.${block}`)}
        </p>
      ) : (
        <>
          <LoginNote siteAccount={siteAccount} owner={owner} />
          <ul class="downloads">
            {downloadsOf(item).map(download => {
              const { label, detail } = labelsOf(download);
              return (
                <li key={download.href}>
                  <a class="download" href={download.href} target="_blank" rel="noreferrer">
                    <SaveIcon />
                    <span class="download-name" dir="auto">
                      {label}
                    </span>
                    <bdi class="download-detail">{detail}</bdi>
                    <NewTab />
                  </a>
                </li>
              );
            })}
          </ul>
          {item.moreFiles !== undefined && <p class="note">{tn('download.more-files', item.moreFiles)}</p>}
          {item.status !== 'Stored' && <p class="note">{t('download.later')}</p>}
        </>
      )}
    </section>
  );
}
