/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';

const FILLED_AFTER_MS = 350;

/** AdUnitRenderable: a cell between the cards, filled a while after it came near and emptied when it goes (A.1, C.4). */
export function AdUnit() {
  const cell = useRef<HTMLDivElement>(null);
  const inView = useInView(cell);
  const [isFilled, setFilled] = useState(false);
  useEffect(() => {
    if (!inView) {
      setFilled(false);
      return;
    }
    const timer = setTimeout(() => setFilled(true), FILLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [inView]);
  return (
    <div ref={cell} className="ad-unit">
      {isFilled ? (
        <div className="ad-box">
          <a href="https://example.com/models/1?modelVersionId=2" rel="sponsored noreferrer" target="_blank">
            Become a member to turn off ads
          </a>
        </div>
      ) : null}
    </div>
  );
}
