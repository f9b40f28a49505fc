/** @jsxImportSource react */

import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { moduleClass } from '@/sandbox/site/app/format/class-names.ts';
import { typeLabel } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';

/** FeedCard: here the card root is itself the anchor, and the address has no slug (site-facts.md A.1). */
export function Showcase({ items }: { items: ResourceData[] }) {
  return (
    <div className="showcase-row">
      {items.map(({ modelId, modelName, modelType }) => (
        <ShownLink
          key={modelId}
          surface="showcase"
          to={{ modelId, modelName }}
          bare
          className="relative flex overflow-hidden rounded-md card-root flex-col"
          style={{ aspectRatio: '7 / 9' }}
        >
          <div className={moduleClass('Cards', 'root', 'css')}>
            <img src={pictureOf(modelId, 350, 450)} alt="" className="showcase-picture" />
            <div className="showcase-top">
              <span className="mantine-Badge-root card-chip">{typeLabel(modelType)}</span>
              <ActionIcon
                icon="dots"
                iconSize={22}
                label="More options"
                className="is-transparent card-dots"
                onClick={event => event.preventDefault()}
              />
            </div>
            <span className="card-name showcase-name">{modelName}</span>
          </div>
        </ShownLink>
      ))}
    </div>
  );
}
