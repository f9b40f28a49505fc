/** @jsxImportSource react */
import { useEffect } from 'react';
import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { useQuery } from '@/sandbox/site/app/data/queries.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { modelTitle } from '@/sandbox/site/app/format/model-title.ts';
import { SideColumn } from '@/sandbox/site/app/model/side-column/side-column.tsx';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { readQuery } from '@/sandbox/site/app/router/route.ts';
import { RichText } from '@/sandbox/site/app/text/rich-text.tsx';
import { Alert, PageLoader } from '@/sandbox/site/app/ui/boxes.tsx';
import { Carousel } from './carousel.tsx';
import { CollectionShowcase } from './collection-showcase.tsx';
import { Gated, gateOf } from './gated.tsx';
import { ModelComments } from './model-comments.tsx';
import { ModelHead } from './model-head.tsx';
import { SuggestedResources } from './suggested-resources.tsx';
import { VersionList } from './version-list.tsx';

/** `/models/{id}/{slug?}`. Waits for the model where the document did not bring it (site-facts.md B.6). */
export function ModelPage() {
  const { route } = useRouter();
  const id = route.pageProps.id ?? 0;
  const answer = useQuery(queries => queries.model, id);
  if (answer?.status === 'error') return <NotFound />;
  if (answer?.status !== 'success') return <PageLoader />;
  const gate = gateOf(answer.data, route.pageProps);
  if (gate) return <Gated gate={gate} path={route.asPath} />;
  if (answer.data.status === 'Deleted') {
    return (
      <div className="model-container">
        <Alert color="red">This resource has been removed by its owner</Alert>
      </div>
    );
  }
  return <LoadedModel key={id} model={answer.data} />;
}

/** The version that the address names, or the first published one in creator order (site-facts.md B.2). */
function selectVersion(model: ModelData, wanted: string | undefined): VersionData | undefined {
  const named = wanted === undefined ? undefined : model.modelVersions.find(version => String(version.id) === wanted);
  return named ?? model.modelVersions.find(version => version.status === 'Published') ?? model.modelVersions[0];
}

function LoadedModel({ model }: { model: ModelData }) {
  const { route, navigator } = useRouter();
  const wanted = readQuery(route.query, 'modelVersionId');
  const version = selectVersion(model, wanted);
  const versionId = version?.id;
  const isOther = wanted !== undefined && versionId !== undefined && String(versionId) !== wanted;

  useEffect(() => {
    if (isOther) navigator.replace(modelUrl(model.id, model.name, versionId), { shallow: true });
  }, [isOther, navigator, model, versionId]);

  useEffect(() => {
    document.title = modelTitle(model, version);
  }, [model, version]);

  return (
    <div className="model-container">
      <ModelHead model={model} version={version} />
      <VersionList model={model} selectedId={versionId} />
      {model.mode === 'Archived' ? (
        <Alert>This model has been archived and is not available for download.</Alert>
      ) : null}
      {model.mode === 'TakenDown' ? (
        <Alert>The visual assets associated with this model have been taken down.</Alert>
      ) : null}
      <div className="model-grid">
        <aside className="model-side">{version ? <SideColumn model={model} version={version} /> : null}</aside>
        <div className="model-body">
          {version && model.mode !== 'TakenDown' ? <Carousel versionId={version.id} /> : null}
          <RichText text={model.description} />
        </div>
      </div>
      <CollectionShowcase modelId={model.id} />
      <SuggestedResources modelId={model.id} />
      <ModelComments model={model} />
    </div>
  );
}
