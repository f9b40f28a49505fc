/** @jsxImportSource react */
import type { CardData } from '@/sandbox/site/app/data/model.ts';
import { abbreviate } from '@/sandbox/site/app/format/format.ts';
import { useLiveCount } from '@/sandbox/site/app/live/counters.ts';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import type { IconName } from '@/sandbox/site/app/ui/icon-paths.ts';

/** The figures at the foot of a card; they move while one looks. */
export function CardStats({ rank }: { rank: CardData['rank'] }) {
  return (
    <div className="card-stats">
      <span className="mantine-Badge-root card-chip is-stats">
        <Figure icon="download" count={rank.download} />
        <Figure icon="bookmark" count={rank.collected} />
        <Figure icon="message" count={rank.comment} />
        <Figure icon="bolt" count={rank.tipped} />
      </span>
      <span className="mantine-Badge-root card-chip is-thumbs">
        <Icon name="thumb" size={18} stroke={2.5} /> {abbreviate(rank.thumbsUp)}
      </span>
    </div>
  );
}

function Figure({ icon, count }: { icon: IconName; count: number }) {
  const live = useLiveCount(count);
  return (
    <>
      <Icon name={icon} size={14} stroke={2.5} /> {abbreviate(live)}
    </>
  );
}
