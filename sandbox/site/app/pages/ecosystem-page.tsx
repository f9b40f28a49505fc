/** @jsxImportSource react */
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { NotFound } from './not-found.tsx';
import { useListedVersions } from './version-list-content.ts';

/** `/ecosystems/{key}`: a page for search engines; two anchors a card, both without a slug (site-facts.md A.1). */
export function EcosystemPage() {
  const resources = useListedVersions();
  if (!resources) return <NotFound />;
  return (
    <div className="feed">
      <div className="masonry-width">
        <h1 className="list-title">Illustrious</h1>
        <p className="dimmed">The best models of this ecosystem.</p>
        <div className="masonry-grid">
          {resources.map(resource => (
            <EcosystemCard key={resource.versionId} resource={resource} />
          ))}
        </div>
      </div>
    </div>
  );
}

function EcosystemCard({ resource: { modelId, modelName, versionId, versionName } }: { resource: ResourceData }) {
  const root = useShown<HTMLDivElement>({ surface: 'ecosystem', modelId, versionId });
  const href = modelUrl(modelId, undefined, versionId);
  return (
    <div ref={root}>
      <Card className="ecosystem-card">
        <Link href={href} aria-label={modelName} className="ecosystem-picture">
          <img src={pictureOf(versionId, 300, 300)} alt="" />
        </Link>
        <Link href={href} className="recommended-name">
          {modelName}
        </Link>
        <div className="dimmed">{versionName}</div>
      </Card>
    </div>
  );
}
