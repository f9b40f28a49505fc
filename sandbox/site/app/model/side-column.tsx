/** @jsxImportSource react */
import type { ModelData, VersionData } from '../data.ts';
import { Fold } from '../ui/boxes.tsx';
import { CreatorCard } from './creator-card.tsx';
import { Details } from './details.tsx';
import { DownloadCard } from './download-card.tsx';
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
      <Details model={model} version={version} />
      <RecommendedResources resources={version.recommendedResources} />
      <Fold title="About this version">
        <div
          className="mantine-TypographyStylesProvider-root about"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the site puts creators' HTML in like this (site-facts.md A.1).
          dangerouslySetInnerHTML={{ __html: version.description }}
        />
      </Fold>
      <CreatorCard creator={model.user} />
    </>
  );
}
