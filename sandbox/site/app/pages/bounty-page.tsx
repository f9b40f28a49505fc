/** @jsxImportSource react */
import { useEffect, useState } from 'react';
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { modelUrl, typeLabel } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { Badge } from '@/sandbox/site/app/ui/boxes.tsx';
import { NotFound } from './not-found.tsx';
import { useListedVersions } from './version-list-content.ts';

/** A bounty's entry in the old image viewer, on the client only: an anchor without `href` in one that has it (A.1). */
export function BountyPage() {
  const resources = useListedVersions();
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  if (!resources) return <NotFound />;
  return (
    <div className="plain-page">
      <h1>A bounty</h1>
      <img src={pictureOf(77, 400, 500)} alt="" width={400} height={500} className="bounty-picture" />
      <h2>Resources Used</h2>
      {isMounted ? resources.map(resource => <Resource key={resource.versionId} resource={resource} />) : null}
    </div>
  );
}

function Resource({ resource: { modelId, modelName, modelType, versionId, versionName } }: { resource: ResourceData }) {
  const anchor = useShown<HTMLAnchorElement>({ surface: 'bounty-resource', modelId, versionId });
  return (
    <a ref={anchor} href={modelUrl(modelId, modelName, versionId)}>
      {/* biome-ignore lint/a11y/useValidAnchor: the site nests them like this. */}
      <a className="m_e615b15f mantine-Card-root m_1b7284a3 mantine-Paper-root recommended-row" data-with-border>
        <span className="file-text">
          {modelName} <span className="dimmed">{versionName}</span>
        </span>
        <Badge>{typeLabel(modelType)}</Badge>
      </a>
    </a>
  );
}
