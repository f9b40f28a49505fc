/** @jsxImportSource react */
import { useRef } from 'react';
import { useInView } from '../cards/use-in-view.ts';
import type { ResourceData } from '../data.ts';
import { typeLabel } from '../format.ts';
import { pictureOf } from '../picture.ts';
import { ShownLink } from '../shown/shown-link.tsx';
import { Badge } from '../ui/boxes.tsx';
import { NotFound } from './not-found.tsx';
import { useListedVersions } from './version-list-content.ts';

/** `/user/downloads`: each card is itself the anchor, in a box of fixed height that is empty out of view (A.1). */
export function DownloadsPage() {
  const resources = useListedVersions();
  if (!resources) return <NotFound />;
  return (
    <div className="plain-page">
      <h1>Downloads</h1>
      {resources.map((resource, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one version may be there twice, and the list never changes.
        <Row key={index} resource={resource} />
      ))}
    </div>
  );
}

function Row({ resource }: { resource: ResourceData }) {
  const box = useRef<HTMLDivElement>(null);
  const inView = useInView(box);
  return (
    <div ref={box} className="h-32">
      {inView ? (
        <ShownLink
          surface="download"
          to={resource}
          className="m_1b7284a3 mantine-Paper-root downloaded-card"
          data-with-border="true"
        >
          <img src={pictureOf(resource.versionId, 96, 96)} alt="" width={96} height={96} />
          <div className="file-text">
            <div className="recommended-name">{resource.modelName}</div>
            <div className="dimmed">{resource.versionName}</div>
            <div className="dimmed">Downloaded 3 days ago</div>
          </div>
          <Badge>{typeLabel(resource.modelType)}</Badge>
        </ShownLink>
      ) : null}
    </div>
  );
}
