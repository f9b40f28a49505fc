/** @jsxImportSource react */
import { cx, moduleClass } from '../class-names.ts';
import type { CardData } from '../data.ts';
import { abbreviate, baseModelLabel, modelUrl, typeLabel } from '../format.ts';
import { pictureOf } from '../picture.ts';
import { Link } from '../router/context.tsx';
import { ActionIcon } from '../ui/action-icon.tsx';
import { Icon } from '../ui/icon.tsx';
import { useInView } from './use-in-view.ts';

/** The card of feeds, profiles and search; its content comes and goes with the scroll position (site-facts.md A.0). */
export function ModelCard({ card }: { card: CardData }) {
  const { ref, inView } = useInView();
  return (
    <div
      ref={ref}
      className="relative flex overflow-hidden rounded-md card-root flex-col"
      style={{ aspectRatio: '7 / 9' }}
    >
      <div
        className={cx(moduleClass('AspectRatioCard', 'content'), inView && moduleClass('AspectRatioCard', 'inView'))}
      >
        {inView ? <CardContent card={card} /> : null}
      </div>
    </div>
  );
}

function CardContent({ card }: { card: CardData }) {
  return (
    <>
      <Link
        href={modelUrl(card.id, card.name)}
        className={moduleClass('AspectRatioImageCard', 'linkOrClick')}
        aria-label={card.name}
      >
        <img src={pictureOf(card.id, 350, 450)} alt="" className={moduleClass('AspectRatioImageCard', 'image')} />
      </Link>
      <div className={moduleClass('AspectRatioCard', 'header')}>
        <div className="flex w-full items-start justify-between">
          <div className="flex flex-wrap gap-1">
            <Chips card={card} />
          </div>
          <div className="flex flex-col items-center gap-2">
            <ActionIcon icon="dots" iconSize={24} label="More options" className="is-transparent card-dots" />
            {card.canGenerate ? (
              <button type="button" className="create-button" data-activity="create:model-card" aria-label="Create">
                <Icon name="brush" stroke={2.5} />
              </button>
            ) : null}
          </div>
        </div>
      </div>
      <div className={moduleClass('AspectRatioCard', 'footer')}>
        <div className="flex w-full flex-col items-start gap-1">
          <span className="card-creator">{card.user.username}</span>
          <span className="card-name">{card.name}</span>
          <Stats card={card} />
        </div>
      </div>
      {card.trainedOnSite ? (
        <div className={moduleClass('OnsiteIndicator', 'indicator')} title="Trained on site" />
      ) : null}
    </>
  );
}

function Chips({ card }: { card: CardData }) {
  return (
    <>
      <span className="mantine-Badge-root card-chip">
        <span className="mantine-Badge-label">
          {typeLabel(card.type)}
          <i />
          {baseModelLabel(card.baseModel)}
        </span>
      </span>
      {card.earlyAccess ? <span className="mantine-Badge-root card-chip is-green">Early Access</span> : null}
      {!card.earlyAccess && card.isNew ? <span className="mantine-Badge-root card-chip is-green">Updated</span> : null}
      {card.mode === 'Archived' ? (
        <span className="mantine-Badge-root card-chip">
          <Icon name="box" size={14} />
        </span>
      ) : null}
    </>
  );
}

function Stats({ card }: { card: CardData }) {
  const { rank } = card;
  return (
    <div className="card-stats">
      <span className="mantine-Badge-root card-chip is-stats">
        <Icon name="download" size={14} stroke={2.5} /> {abbreviate(rank.download)}
        <Icon name="bookmark" size={14} stroke={2.5} /> {abbreviate(rank.collected)}
        <Icon name="message" size={14} stroke={2.5} /> {abbreviate(rank.comment)}
        <Icon name="bolt" size={14} stroke={2.5} /> {abbreviate(rank.tipped)}
      </span>
      <span className="mantine-Badge-root card-chip is-thumbs">
        <Icon name="thumb" size={18} stroke={2.5} /> {abbreviate(rank.thumbsUp)}
      </span>
    </div>
  );
}
