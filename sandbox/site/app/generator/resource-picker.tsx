/** @jsxImportSource react */
import { useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { useWidth } from '@/sandbox/site/app/hooks/use-size.ts';
import { ScrollerProvider } from '@/sandbox/site/app/shell/scroll-area.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { setPicking, useGenerator } from './generator-state.ts';
import { PickerCard } from './picker-card.tsx';

const COLUMN_PX = 220;
const PAGE_SIZE = 60;

/** The resource picker: a modal in a portal, with a scroller and columns of its own (site-facts.md A.1, C.3). */
export function ResourcePicker() {
  const { isPicking } = useGenerator();
  return isPicking ? createPortal(<OpenPicker />, document.body) : null;
}

function OpenPicker() {
  const scroller = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const { cards, loadMore } = useFeed({ query, limit: PAGE_SIZE });
  const width = useWidth(scroller);
  const count = Math.max(1, Math.floor(width / COLUMN_PX));
  const columns = useMemo(
    () => Array.from({ length: count }, (_, column) => cards.filter((_card, index) => index % count === column)),
    [cards, count],
  );
  return (
    <div className="modal-overlay">
      <div className="mantine-Modal-content picker" role="dialog" aria-modal="true" aria-label="Select Resource">
        <div className="picker-bar">
          <input
            type="search"
            placeholder="Search resources"
            aria-label="Search resources"
            value={query}
            onChange={event => setQuery(event.target.value)}
          />
          <ActionIcon icon="x" iconSize={20} label="Close picker" onClick={() => setPicking(false)} />
        </div>
        <div
          ref={scroller}
          id="resource-select-modal"
          className="scroll-area picker-scroller"
          onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
            if (scrollTop + clientHeight * 2 > scrollHeight) loadMore();
          }}
        >
          <ScrollerProvider value={scroller}>
            <div className="picker-columns">
              {width > 0
                ? columns.map((column, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is nothing but its place.
                    <div key={index} className="picker-column">
                      {column.map(card => (
                        <PickerCard key={card.id} card={card} />
                      ))}
                    </div>
                  ))
                : null}
            </div>
          </ScrollerProvider>
        </div>
      </div>
    </div>
  );
}
