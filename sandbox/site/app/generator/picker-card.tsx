/** @jsxImportSource react */
import { useRef, useState } from 'react';
import type { CardData } from '@/sandbox/site/app/data/model.ts';
import { baseModelLabel, modelUrl, typeLabel } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { useModelName } from '@/sandbox/site/app/live/names.ts';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';
import { selectResource, setPicking } from './generator-state.ts';

/**
 * A card of the picker: the anchor is around the picture only, and not there while it is blurred or the card is turned. Its
 * version is the one chosen in the card; the address changes in place (site-facts.md A.1).
 */
export function PickerCard({ card }: { card: CardData }) {
  const box = useRef<HTMLDivElement>(null);
  const inView = useInView(box);
  return (
    <div ref={box} className="picker-item">
      {inView ? <Content card={card} /> : null}
    </div>
  );
}

function Content({ card }: { card: CardData }) {
  const [versionId, setVersionId] = useState(card.version.id);
  const [isTurned, setTurned] = useState(false);
  const [isBlurred, setBlurred] = useState(card.nsfw || card.id % 9 === 4);
  const name = useModelName(card.id, card.name);
  const root = useShown<HTMLDivElement>({
    ...{ surface: 'picker', modelId: card.id, versionId },
    linked: !isTurned && !isBlurred,
  });
  const picture = <img src={pictureOf(card.id, 300, 400)} alt="" className={isBlurred ? 'is-blurred' : ''} />;
  const select = () => {
    const version = card.versions.find(({ id }) => id === versionId) ?? card.version;
    const { id: modelId, name: modelName, type: modelType } = card;
    const { baseModel } = card.version;
    selectResource({ modelId, modelName, modelType, baseModel, versionId, versionName: version.name });
    setPicking(false);
  };
  return (
    <div ref={root} className="relative flex overflow-hidden rounded-md justify-between flex-col picker-card">
      <div className="relative overflow-hidden aspect-portrait">
        {isTurned ? (
          <div className="picker-back">About {name}</div>
        ) : isBlurred ? (
          picture
        ) : (
          <a href={modelUrl(card.id, name, versionId)} target="_blank" rel="noreferrer" className="picker-picture">
            {picture}
          </a>
        )}
        <div className="picker-top">
          <span className="mantine-Badge-root card-chip">
            {typeLabel(card.type)} {baseModelLabel(card.version.baseModel)}
          </span>
          <ActionIcon icon="bookmark" label="Favourite" className="picker-icon" />
        </div>
        <div className="picker-bottom">
          {isBlurred ? (
            <Button size="xs" color="gray" onClick={() => setBlurred(false)}>
              Show
            </Button>
          ) : null}
          <ActionIcon icon="info" label="Turn card" className="picker-icon" onClick={() => setTurned(!isTurned)} />
        </div>
      </div>
      <div className="picker-foot">
        <span className="picker-name">{name}</span>
        <select aria-label="Version" value={versionId} onChange={event => setVersionId(Number(event.target.value))}>
          {card.versions.map(version => (
            <option key={version.id} value={version.id}>
              {version.name}
            </option>
          ))}
        </select>
        <Button size="xs" fullWidth onClick={select}>
          Select
        </Button>
      </div>
    </div>
  );
}
