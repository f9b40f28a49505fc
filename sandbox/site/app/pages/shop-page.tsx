/** @jsxImportSource react */

import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { cx, moduleClass } from '@/sandbox/site/app/format/class-names.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useModelName } from '@/sandbox/site/app/live/names.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { Button } from '@/sandbox/site/app/ui/button.tsx';
import { NotFound } from './not-found.tsx';
import { useListedVersions } from './version-list-content.ts';

/** A creator's shop: the only anchor of a card is around the button at its foot (site-facts.md A.1). */
export function ShopPage() {
  const resources = useListedVersions();
  if (!resources) return <NotFound />;
  return (
    <div className="feed">
      <div className="masonry-width">
        <h1 className="list-title">Creator shop</h1>
        <div className="masonry-grid">
          {resources.map((resource, index) =>
            index % 3 === 1 ? (
              <div key={resource.versionId} className={cx(moduleClass('CosmeticWrapper', 'wrapper'), 'is-shop-frame')}>
                <ShopCard resource={resource} />
              </div>
            ) : (
              <ShopCard key={resource.versionId} resource={resource} />
            ),
          )}
        </div>
      </div>
    </div>
  );
}

function ShopCard({ resource: { modelId, modelName, versionId, versionName } }: { resource: ResourceData }) {
  const root = useShown<HTMLDivElement>({ surface: 'shop', modelId, versionId });
  const name = useModelName(modelId, modelName);
  return (
    <div ref={root} className="m_1b7284a3 mantine-Paper-root shop-card" data-with-border>
      <div className="shop-picture">
        <img src={pictureOf(versionId, 300, 300)} alt="" />
      </div>
      <div className="recommended-name">{name}</div>
      <div className="dimmed">{versionName}</div>
      <Link href={modelUrl(modelId, name, versionId)} className="shop-link">
        <Button fullWidth variant="light" tabIndex={-1}>
          500 Buzz
        </Button>
      </Link>
    </div>
  );
}
