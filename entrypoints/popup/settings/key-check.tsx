import { CheckIcon, ErrorIcon, WarningIcon } from '@/components/icons/status-icons';
import { OutwardLink } from '@/components/outward-link';
import { Text } from '@/components/text';
import type { Snapshot } from '@/utils/account/account';
import { reachOf } from '@/utils/account/key-reach';
import { siteLinks } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import './key-check.css';

type Line = { tone: 'can' | 'cannot' | 'too-much'; text: string };

const ICONS = { can: CheckIcon, cannot: ErrorIcon, 'too-much': WarningIcon } as const;

/** What the key may do, each in a line. */
function linesOf(snapshot: Pick<Snapshot, 'canWrite' | 'keyScope' | 'username'>): Line[] {
  const { canWrite, username } = snapshot;
  const reach = reachOf(snapshot);
  return [
    { tone: 'can', text: t('key.reads') },
    canWrite ? { tone: 'can', text: t('key.writes') } : { tone: 'cannot', text: t('key.cannot-write') },
    ...(username === undefined ? [] : [{ tone: 'can' as const, text: t('key.reads-user') }]),
    ...(reach === 'everything' || reach === 'more'
      ? [{ tone: 'too-much' as const, text: t(`key.reach.${reach}`) }]
      : []),
  ];
}

/** What the stored key may do: enough, too little, or too much. */
export function KeyCheck({ snapshot, onReplace }: { snapshot: Snapshot; onReplace: () => void }) {
  const lines = linesOf(snapshot);
  return (
    <div class="key-check">
      <p>
        <Text
          id="key.can"
          values={{
            tail: (
              <bdi>
                <code>{snapshot.keyTail}</code>
              </bdi>
            ),
          }}
        />
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
      <p class="key-check-keep">{snapshot.isBrief ? t('key.brief') : t('key.lasting')}</p>
      <p class="key-check-ways">
        {lines.some(({ tone }) => tone !== 'can') && (
          <OutwardLink href={siteLinks.newKey}>{t('key.create')}</OutwardLink>
        )}
        <button type="button" class="button button--quiet" onClick={onReplace}>
          {t('action.use-other-key')}
        </button>
      </p>
    </div>
  );
}
