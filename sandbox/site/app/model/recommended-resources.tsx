/** @jsxImportSource react */
import type { ResourceData } from '../data.ts';
import { typeLabel } from '../format.ts';
import { pictureOf } from '../picture.ts';
import { ShownLink } from '../shown/shown-link.tsx';
import { Badge, Fold } from '../ui/boxes.tsx';

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
