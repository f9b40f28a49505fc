/** @jsxImportSource react */
import { useEffect, useState } from 'react';
import type { UsedResourceData } from '@/sandbox/site/app/data/image.ts';
import { modelUrl, typeLabel } from '@/sandbox/site/app/format/format.ts';
import { useModelName } from '@/sandbox/site/app/live/names.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { Badge } from '@/sandbox/site/app/ui/boxes.tsx';

const STORAGE_KEY = 'showAllImageResources';
const SHOWN_AT_FIRST = 3;

/** "Resources used": three, until all are asked for; the choice lasts as long as the tab (site-facts.md A.1). */
export function ImageResources({ resources }: { resources: UsedResourceData[] }) {
  const [showsAll, setShowsAll] = useState(false);
  useEffect(() => setShowsAll(sessionStorage.getItem(STORAGE_KEY) === 'true'), []);
  const toggle = () => {
    sessionStorage.setItem(STORAGE_KEY, String(!showsAll));
    setShowsAll(!showsAll);
  };
  const hidden = resources.length - SHOWN_AT_FIRST;
  return (
    <div className="flex flex-col">
      <span className="resources-title">Resources used</span>
      <ul className="flex list-none flex-col gap-0.5">
        {(showsAll ? resources : resources.slice(0, SHOWN_AT_FIRST)).map(resource => (
          <Resource key={resource.versionId ?? resource.modelName} resource={resource} />
        ))}
      </ul>
      {hidden > 0 ? (
        <div className="flex">
          <button type="button" className="show-more" onClick={toggle}>
            {showsAll ? 'Show less' : `Show ${hidden} more`}
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** Up to two anchors with one address; none for what the site does not know. */
function Resource({ resource }: { resource: UsedResourceData }) {
  const { modelId, modelName, modelType, versionId, versionName, strength } = resource;
  const name = useModelName(modelId ?? 0, modelName);
  const row = useShown<HTMLLIElement>(
    modelId === null ? null : { surface: 'resource-used', modelId, versionId: versionId ?? undefined },
  );
  const href = modelId === null ? undefined : modelUrl(modelId, name, versionId ?? undefined);
  return (
    <li ref={row} className="flex flex-col">
      <div className="flex items-center justify-between gap-2">
        {href ? (
          <Link href={href} className="resource-name">
            {name}
          </Link>
        ) : (
          <span className="resource-name is-unknown">{modelName}</span>
        )}
        <div className="flex items-center gap-1">
          <Badge>{typeLabel(modelType)}</Badge>
          {strength === null ? null : <Badge className="strength-badge">{strength}</Badge>}
        </div>
      </div>
      {href && versionName ? (
        <Link href={href} className="dimmed resource-version">
          {versionName}
        </Link>
      ) : null}
    </li>
  );
}
