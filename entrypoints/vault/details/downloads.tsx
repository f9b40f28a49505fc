import { SaveIcon } from '@/components/icons/control-icons';
import { OutwardLink } from '@/components/outward-link';
import type { SiteAccount } from '@/utils/account/site-account';
import { siteLinks } from '@/utils/civitai/site-links';
import { formatKb } from '@/utils/sentences/format';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { type Download, type DownloadBlock, downloadsOf } from '@/utils/vault-view/downloads';
import './downloads.css';

const BLOCKS: { readonly [Block in DownloadBlock]: string } = {
  'over-limit': 'Your vault has been over its limit for more than 30 days, so Civitai has stopped its downloads.',
  'generation-only': 'This version can only be used on Civitai itself: it can’t be downloaded.',
  'just-added': 'It was added a moment ago. Its downloads appear here once your vault has been read again.',
};

/** Whether the site's links will work, which depends on the account that is logged in there; shown before the user clicks. */
function LoginNote({
  siteAccount,
  owner,
}: {
  siteAccount: SiteAccount | 'asking' | 'failed';
  owner: string | undefined;
}) {
  const whose = owner ?? 'the account of your API key';
  if (siteAccount === 'asking') return <p class="note">Asking Civitai who is logged in…</p>;
  if (siteAccount === 'failed' || siteAccount.who === 'unsure') {
    return (
      <p class="note" data-tone="warning">
        Vaulted couldn’t find out who is logged in on civitai.com. These links only work for {whose}.
      </p>
    );
  }
  if (siteAccount.who === 'owner') return <p class="note">They go through your login on civitai.com.</p>;
  const now =
    siteAccount.who === 'nobody'
      ? 'You aren’t logged in on civitai.com in this browser'
      : `You are logged in on civitai.com as ${siteAccount.username ?? 'somebody else'}`;
  return (
    <p class="note" data-tone="warning">
      {now}: Civitai will refuse these downloads. Log in as {whose} first.{' '}
      <OutwardLink href={siteLinks.home}>Open Civitai</OutwardLink>
    </p>
  );
}

function labelsOf({ kind, file }: Download): { label: string; detail: string } {
  if (kind === 'details') return { label: 'Details', detail: 'PDF' };
  if (kind === 'images') return { label: 'Images', detail: 'ZIP' };
  return { label: file?.displayName || 'Model', detail: file ? formatKb(file.sizeKb) : 'file' };
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
      <h3 id="downloads">Downloads</h3>
      {block ? (
        <p class="note" data-tone="warning">
          {BLOCKS[block]}
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
                    <span class="download-detail">{detail}</span>
                    <span class="visually-hidden"> (opens in a new tab)</span>
                  </a>
                </li>
              );
            })}
          </ul>
          {item.status !== 'Stored' && <p class="note">Details and images follow once Civitai has stored it.</p>}
        </>
      )}
    </section>
  );
}
