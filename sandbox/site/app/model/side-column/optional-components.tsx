/** @jsxImportSource react */
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Fold } from '@/sandbox/site/app/ui/boxes.tsx';

/** What one may also want: text links to models, without a version (site-facts.md A.1). */
export function OptionalComponents({ resources }: { resources: ResourceData[] }) {
  if (resources.length === 0) return null;
  return (
    <Fold title="Optional Components" icon="copy" open>
      {resources.map(({ modelId, modelName }) => (
        <div className="file-row" key={modelId}>
          <div className="file-text">
            <ShownLink surface="optional" to={{ modelId, modelName }} className="text-link">
              {modelName}
            </ShownLink>
          </div>
        </div>
      ))}
    </Fold>
  );
}
