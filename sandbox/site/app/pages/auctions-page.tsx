/** @jsxImportSource react */
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { NotFound } from './not-found.tsx';
import { useListedVersions } from './version-list-content.ts';

/** `/auctions`: an anchor around each placement's card (site-facts.md A.1). */
export function AuctionsPage() {
  const resources = useListedVersions();
  if (!resources) return <NotFound />;
  return (
    <div className="plain-page">
      <h1>Featured checkpoints</h1>
      {resources.map((resource, index) => (
        <ShownLink key={resource.versionId} surface="auction" to={resource} className="auction-link">
          <Card className="auction-card">
            <span className="auction-place">#{index + 1}</span>
            <img src={pictureOf(resource.versionId, 64, 64)} alt="" width={64} height={64} />
            <div className="file-text">
              <div className="recommended-name">{resource.modelName}</div>
              <div className="dimmed">{resource.versionName}</div>
            </div>
            <span className="buzz">{(12 - index) * 1_500} Buzz</span>
          </Card>
        </ShownLink>
      ))}
    </div>
  );
}
