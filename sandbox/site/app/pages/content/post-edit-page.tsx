/** @jsxImportSource react */
import { useEffect } from 'react';
import type { ImageData } from '@/sandbox/site/app/data/image.ts';
import { createAsk, useAnswer } from '@/sandbox/site/app/data/use-ask.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';

const askImage = createAsk<{ id: number }, ImageData>('image.get');

/** `/posts/{id}/edit`: below each picture the resources found in it, as rows that open a tab (site-facts.md A.1). */
export function PostEditPage() {
  const { content } = useRouter().route.pageProps;
  useEffect(() => {
    document.title = 'Edit post | Civitai';
  }, []);
  if (content?.kind !== 'post') return <NotFound />;
  return (
    <div className="plain-page">
      <h1>Edit post</h1>
      {content.imageIds.map(id => (
        <AddedImage key={id} imageId={id} />
      ))}
    </div>
  );
}

function AddedImage({ imageId }: { imageId: number }) {
  const image = useAnswer(askImage, { id: imageId });
  return (
    <Card className="auction-card added-image">
      <img src={pictureOf(imageId, 120, 160)} alt="" width={120} height={160} />
      <div className="file-text">
        <h3>Resources</h3>
        {image?.resources.map(({ modelId, modelName, versionId, versionName }) =>
          modelId === null || versionId === null ? (
            <div key={modelName} className="row-link">
              {modelName}
            </div>
          ) : (
            <ShownLink
              key={versionId}
              surface="post-edit"
              to={{ modelId, modelName, versionId }}
              target="_blank"
              className="row-link flex items-center"
            >
              {modelName} - {versionName}
            </ShownLink>
          ),
        )}
      </div>
    </Card>
  );
}
