/** @jsxImportSource react */
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { typeLabel } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Badge, Fold } from '@/sandbox/site/app/ui/boxes.tsx';

/** Rows that are cards and anchors at once, each naming a version (site-facts.md A.1). */
export function RecommendedResources({ resources }: { resources: ResourceData[] }) {
  if (resources.length === 0) return null;
  return (
    <Fold title="Recommended Resources" badge={String(resources.length)} open>
      <div className="recommended">
        {resources.map(resource => (
          <ShownLink
            key={resource.versionId}
            surface="recommended"
            to={resource}
            className="m_e615b15f mantine-Card-root m_1b7284a3 mantine-Paper-root recommended-row"
            data-activity="follow-recommendation:details"
          >
            <img src={pictureOf(resource.versionId, 64, 64)} alt="" width={48} height={48} />
            <div className="file-text">
              <div className="recommended-name">{resource.modelName}</div>
              <div className="dimmed">{resource.versionName}</div>
            </div>
            <Badge>{typeLabel(resource.modelType)}</Badge>
          </ShownLink>
        ))}
      </div>
    </Fold>
  );
}
