/** @jsxImportSource react */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { CardContext, ModelCard } from '@/sandbox/site/app/cards/model-card.tsx';
import { useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';

const SLIDES = 12;
const STEP_PX = 260;

/** Suggested resources: a carousel of cards, on the client only and once it comes into view (site-facts.md A.1). */
export function SuggestedResources({ modelId }: { modelId: number }) {
  const section = useRef<HTMLElement>(null);
  const isThere = useInView(section, { margin: '0px', once: true });
  return (
    <section ref={section} className="below-model">
      <h2>Suggested Resources</h2>
      <div className="suggested-room">{isThere ? <Slides modelId={modelId} /> : null}</div>
    </section>
  );
}

function Slides({ modelId }: { modelId: number }) {
  const { cards } = useFeed({ collectionId: 1 + (modelId % 6), limit: SLIDES + 1 });
  const viewport = useRef<HTMLDivElement>(null);
  const context = useMemo(() => ({ useModelVersionRedirect: false, surface: 'card' }), []);
  const move = (by: number) => viewport.current?.scrollBy({ left: by, behavior: 'smooth' });
  const others = cards.filter(card => card.id !== modelId).slice(0, SLIDES);
  return (
    <CardContext.Provider value={context}>
      <div ref={viewport} className="suggested">
        <div className="suggested-track">
          {others.map(card => (
            <Slide key={card.id} id={String(card.id)}>
              <ModelCard card={card} />
            </Slide>
          ))}
        </div>
      </div>
      <div className="suggested-arrows">
        <ActionIcon icon="left" iconSize={20} label="Previous suggestions" onClick={() => move(-STEP_PX)} />
        <ActionIcon icon="right" iconSize={20} label="More suggestions" onClick={() => move(STEP_PX)} />
      </div>
    </CardContext.Provider>
  );
}

/** The wrapper's `id` is the model's id; its content is there only while the slide is in view. */
function Slide({ id, children }: { id: string; children: ReactNode }) {
  const slide = useRef<HTMLDivElement>(null);
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const element = slide.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? false));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={slide} id={id} className="transform-3d suggested-slide">
      {inView ? children : null}
    </div>
  );
}
