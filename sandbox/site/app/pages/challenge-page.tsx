/** @jsxImportSource react */
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { NotFound } from './not-found.tsx';
import { useListedVersions } from './version-list-content.ts';

const SCORED = 3;

/** `/challenges/{id}`: eligible models as rows that open a tab, in a 300 px scroll area; and links to models in a score (A.1). */
export function ChallengePage() {
  const resources = useListedVersions();
  if (!resources) return <NotFound />;
  return (
    <div className="plain-page">
      <h1>Paint the sea</h1>
      <Card>
        <h2>Eligible models</h2>
        <div className="m_d57069b5 mantine-ScrollArea-root">
          <div className="m_c0783ff9 mantine-ScrollArea-viewport row-scroller">
            {resources.map(resource => (
              <ShownLink
                key={resource.versionId}
                surface="challenge"
                to={resource}
                target="_blank"
                className="row-link flex items-center gap-2"
              >
                <img src={pictureOf(resource.versionId, 40, 40)} alt="" width={40} height={40} />
                <span className="file-text">
                  {resource.modelName} <span className="dimmed">{resource.versionName}</span>
                </span>
              </ShownLink>
            ))}
          </div>
        </div>
      </Card>
      <Card>
        <h2>Community score</h2>
        {resources.slice(0, SCORED).map((resource, place) => (
          <div key={resource.modelId} className="row-link flex items-center justify-between gap-2">
            <ShownLink
              surface="contest-score"
              to={{ modelId: resource.modelId, modelName: '' }}
              bare
              className="text-link"
            >
              {resource.modelName}
            </ShownLink>
            <span>{(SCORED - place) * 40} points</span>
          </div>
        ))}
      </Card>
    </div>
  );
}
