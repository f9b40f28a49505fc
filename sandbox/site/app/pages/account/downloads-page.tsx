/** @jsxImportSource react */
import { useRef } from 'react';
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { typeLabel } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Badge } from '@/sandbox/site/app/ui/boxes.tsx';

/** `/user/downloads`: each card is itself the anchor, in a box of fixed height that is empty out of view (A.1). */
export function DownloadsPage() {
  const { content } = useRouter().route.pageProps;
  if (content?.kind !== 'versions') return <NotFound />;
  return (
    <div className="plain-page">
      <h1>Downloads</h1>
      {content.resources.map((resource, index) => (
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
