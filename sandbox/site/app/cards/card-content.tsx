/** @jsxImportSource react */
import { useState } from 'react';
import type { CardData } from '@/sandbox/site/app/data/model.ts';
import { moduleClass } from '@/sandbox/site/app/format/class-names.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useModelName } from '@/sandbox/site/app/live/names.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import { openGenerator } from '@/sandbox/site/fixtures/client/generator.ts';
import { CardChips } from './card-chips.tsx';
import { CardStats } from './card-stats.tsx';

/** A card's content while it is near the screen: one anchor, and above it what must not be clicked through. */
export function CardContent({ card, versionId }: { card: CardData; versionId: number | undefined }) {
  const name = useModelName(card.id, card.name);
  const [isBlurred, setBlurred] = useState(card.nsfw);
  return (
    <>
      {isBlurred ? (
        <div className="pointer-events-none absolute card-blur">
          <span>This image is rated R</span>
          <button type="button" className="card-show" onClick={() => setBlurred(false)}>
            Show
          </button>
        </div>
      ) : null}
      <Link
        href={modelUrl(card.id, name, versionId)}
        className={moduleClass('AspectRatioImageCard', 'linkOrClick')}
        aria-label={name}
      >
        <img
          src={pictureOf(card.id, 350, 450)}
          alt=""
          className={moduleClass('AspectRatioImageCard', 'image')}
          style={isBlurred ? { filter: 'blur(24px)' } : undefined}
        />
      </Link>
      <CardHeader card={card} />
      <div className={moduleClass('AspectRatioCard', 'footer')}>
        <div className="flex w-full flex-col items-start gap-1">
          <span className="card-creator">{card.user.username}</span>
          <span className="card-name">{name}</span>
          <CardStats rank={card.rank} />
        </div>
      </div>
      {card.trainedOnSite ? (
        <div className={moduleClass('OnsiteIndicator', 'indicator')} title="Trained on site" />
      ) : null}
    </>
  );
}

function CardHeader({ card }: { card: CardData }) {
  return (
    <div className={moduleClass('AspectRatioCard', 'header')}>
      <div className="flex w-full items-start justify-between">
        <div className="flex flex-wrap gap-1">
          <CardChips card={card} />
        </div>
        <div className="flex flex-col items-center gap-2">
          <ActionIcon icon="dots" iconSize={24} label="More options" className="is-transparent card-dots" />
          {card.canGenerate ? (
            <button
              type="button"
              className="create-button"
              data-activity="create:model-card"
              aria-label="Create"
              onClick={() => void openGenerator(card.version.id)}
            >
              <Icon name="brush" stroke={2.5} />
            </button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
