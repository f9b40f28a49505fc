/** @jsxImportSource react */
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { typeLabel } from '@/sandbox/site/app/format/format.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Badge, Fold, Group } from '@/sandbox/site/app/ui/boxes.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

/** What a version needs beside itself: links of words and an icon to versions of other models (site-facts.md, second look). */
export function RequiredComponents({ resources }: { resources: ResourceData[] }) {
  if (resources.length === 0) return null;
  return (
    <Fold title="Required Components" icon="copy" badge={String(resources.length)} open>
      <p className="required-note">You need these files to run this model.</p>
      {resources.map(resource => (
        <div className="file-row" key={resource.versionId}>
          <span className="file-icon">
            <Icon name="box" size={18} />
          </span>
          <div className="file-text">
            <ShownLink surface="required" to={resource} className="m_849cf0da mantine-Anchor-root text-link">
              <Group className="required-name">
                {resource.modelName}
                <Icon name="link" size={14} />
              </Group>
            </ShownLink>
            <div className="dimmed">{resource.versionName}</div>
          </div>
          <Badge>{typeLabel(resource.modelType)}</Badge>
          <a href={`/api/download/models/${resource.versionId}`} aria-label="Download" className="file-icon">
            <Icon name="download" size={18} />
          </a>
        </div>
      ))}
    </Fold>
  );
}
