/** @jsxImportSource react */
import { type CSSProperties, createContext, useContext, useRef } from 'react';
import type { CardData } from '@/sandbox/site/app/data/model.ts';
import { cx, moduleClass } from '@/sandbox/site/app/format/class-names.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { useShownVersion } from '@/sandbox/site/app/live/names.ts';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { CardContent } from './card-content.tsx';

/**
 * How the cards below name their model: with the version that fits a filter, or without. `surface` is what tests know the
 * place by (site-facts.md A.0, `useModelVersionRedirect`).
 */
export const CardContext = createContext({ useModelVersionRedirect: false, surface: 'card' });

/** The card of feeds, profiles and search; its content comes and goes with the scroll position (site-facts.md A.0). */
export function ModelCard({ card }: { card: CardData }) {
  if (!card.cosmetic) return <CardRoot card={card} style={{ aspectRatio: '7 / 9' }} />;
  const frame: CSSProperties & { [name: `--${string}`]: string } = {
    aspectRatio: '7 / 9',
    '--border': 'linear-gradient(135deg, #f0c36d, #8a5cf6)',
    '--bgGradient': 'linear-gradient(#1a1b1e, #25262b)',
  };
  return (
    <div className={moduleClass('CosmeticWrapper', 'wrapper')} style={frame}>
      <div className={moduleClass('CosmeticLights', 'lights')} />
      <CardRoot card={card} />
    </div>
  );
}

function CardRoot({ card, style }: { card: CardData; style?: CSSProperties }) {
  const { surface, useModelVersionRedirect } = useContext(CardContext);
  const root = useRef<HTMLDivElement>(null);
  const inView = useInView(root);
  const shownVersionId = useShownVersion(card.id, card.version.id);
  const versionId = useModelVersionRedirect ? shownVersionId : undefined;
  // An empty card shows no model.
  useShown(inView ? { surface, modelId: card.id, versionId } : null, root);
  return (
    <div ref={root} className="relative flex overflow-hidden rounded-md card-root flex-col" style={style}>
      <div
        className={cx(moduleClass('AspectRatioCard', 'content'), inView && moduleClass('AspectRatioCard', 'inView'))}
      >
        {inView ? <CardContent card={card} versionId={versionId} /> : null}
      </div>
    </div>
  );
}
