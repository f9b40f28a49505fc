/** @jsxImportSource react */
import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { RichText } from '@/sandbox/site/app/text/rich-text.tsx';
import { Fold } from '@/sandbox/site/app/ui/boxes.tsx';
import { CreatorCard } from './creator-card.tsx';
import { Details } from './details.tsx';
import { DownloadCard } from './download-card.tsx';
import { OptionalComponents } from './optional-components.tsx';
import { PrimaryActions } from './primary-actions.tsx';
import { RecommendedResources } from './recommended-resources.tsx';
import { RequiredComponents } from './required-components.tsx';

/** The right-hand column; on a narrow screen it comes first. */
export function SideColumn({ model, version }: { model: ModelData; version: VersionData }) {
  return (
    <>
      <PrimaryActions model={model} version={version} />
      <DownloadCard model={model} version={version} />
      <RequiredComponents resources={version.requiredComponents} />
      <OptionalComponents resources={version.optionalComponents} />
      <Details model={model} version={version} />
      <RecommendedResources resources={version.recommendedResources} />
      <Fold title="About this version">
        <RichText text={version.description} className="about" />
      </Fold>
      <CreatorCard creator={model.user} />
    </>
  );
}
