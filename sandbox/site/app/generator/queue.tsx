/** @jsxImportSource react */
import { useRef } from 'react';
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { createAsk, useAnswer } from '@/sandbox/site/app/data/use-ask.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { useModelName } from '@/sandbox/site/app/live/names.ts';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';

const everything = {};
const askQueue = createAsk<object, ResourceData[]>('orchestrator.queryGeneratedImages');

/** What was generated before: each item names its resources as buttons, and is empty out of view (site-facts.md A.1). */
export function Queue() {
  const resources = useAnswer(askQueue, everything) ?? [];
  const jobs = resources.flatMap((_, index) => (index % 2 === 0 ? [resources.slice(index, index + 2)] : []));
  return (
    <>
      <h3>Queue</h3>
      {jobs.map(job => (
        <QueueItem key={job[0]?.versionId} resources={job} />
      ))}
    </>
  );
}

function QueueItem({ resources }: { resources: ResourceData[] }) {
  const box = useRef<HTMLDivElement>(null);
  const inView = useInView(box, { margin: '0px' });
  return (
    <div ref={box} className="m_e615b15f mantine-Card-root m_1b7284a3 mantine-Paper-root queue-item">
      {inView ? (
        <>
          <div className="flex flex-wrap gap-1">
            {resources.map(resource => (
              <ResourceButton key={resource.versionId} resource={resource} />
            ))}
          </div>
          <div className="flex gap-1">
            {resources.map(({ versionId }) => (
              <img key={versionId} src={pictureOf(versionId + 1, 96, 128)} alt="" width={96} height={128} />
            ))}
          </div>
        </>
      ) : null}
    </div>
  );
}

function ResourceButton({ resource }: { resource: ResourceData }) {
  const { modelId, modelName, versionId, versionName } = resource;
  const name = useModelName(modelId, modelName);
  const box = useShown<HTMLDivElement>({ surface: 'queue', modelId, versionId });
  return (
    <div ref={box} className="queue-resource">
      <ButtonLink href={modelUrl(modelId, name, versionId)} size="compact-sm" variant="light" color="gray">
        {name} - {versionName}
      </ButtonLink>
    </div>
  );
}
