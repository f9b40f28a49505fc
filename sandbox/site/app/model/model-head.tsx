/** @jsxImportSource react */
import { useEffect, useState } from 'react';
import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { abbreviate, formatDate } from '@/sandbox/site/app/format/format.ts';
import { useIsNarrow } from '@/sandbox/site/app/hooks/layout.ts';
import { Badge, Group } from '@/sandbox/site/app/ui/boxes.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import type { IconName } from '@/sandbox/site/app/ui/icon-paths.ts';

/** So long after its start the page on a narrow screen shifts (site-facts.md, second look). */
const LATE_MS = 500;

/** On a narrow screen something above the columns comes late, and pushes them down. */
function LateStrip() {
  const isNarrow = useIsNarrow();
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setThere(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isNarrow && isThere ? <div className="late-strip">This creator has news for you</div> : null;
}

/** Name, figures, date and tags. */
export function ModelHead({ model, version }: { model: ModelData; version: VersionData | undefined }) {
  const { rank } = model;
  const stats: [IconName, number][] = [
    ['thumb', rank.thumbsUpCountAllTime],
    ['download', rank.downloadCountAllTime],
    ['brush', rank.generationCountAllTime],
    ['bookmark', rank.collectedCountAllTime],
    ['bolt', rank.tippedAmountCountAllTime],
  ];
  return (
    <div className="model-head">
      <Group className="model-head-line">
        <h1 className="mantine-Title-root">{model.name}</h1>
        {stats.map(([icon, count]) => (
          <Badge key={icon} className={icon === 'bolt' ? 'stat-badge is-buzz' : 'stat-badge'}>
            <Icon name={icon} size={16} fill={icon === 'bolt'} /> {abbreviate(count)}
          </Badge>
        ))}
      </Group>
      <Group className="model-head-tags">
        <span className="dimmed">Updated: {formatDate(version?.publishedAt ?? model.updatedAt)}</span>
        {model.tagsOnModels.map(({ tag }) => (
          <Badge key={tag.id} className="tag-badge">
            {tag.name}
          </Badge>
        ))}
      </Group>
      <LateStrip />
    </div>
  );
}
