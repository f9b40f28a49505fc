/** @jsxImportSource react */
import type { CardData } from '@/sandbox/site/app/data/model.ts';
import { baseModelLabel, typeLabel } from '@/sandbox/site/app/format/format.ts';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

/** The chips at the top left of a card; on a narrow one they wrap into several rows. */
export function CardChips({ card }: { card: CardData }) {
  return (
    <>
      <span className="mantine-Badge-root card-chip">
        <span className="mantine-Badge-label">
          {typeLabel(card.type)}
          <i />
          {baseModelLabel(card.version.baseModel)}
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
