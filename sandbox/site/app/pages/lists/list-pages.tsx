/** @jsxImportSource react */
import { ModelsInfinite } from '@/sandbox/site/app/feed/models-infinite.tsx';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { readQuery } from '@/sandbox/site/app/router/route.ts';

/** `/tag/{tag}`. */
export function TagPage() {
  const tag = readQuery(useRouter().route.query, 'tagname') ?? '';
  return (
    <div className="feed">
      <div className="masonry-width">
        <h1 className="list-title">{tag}</h1>
        <ModelsInfinite key={tag} scope={{ tag }} />
      </div>
    </div>
  );
}

/** `/user/{name}/models`. */
export function UserModelsPage() {
  const { username = '' } = useRouter().route.pageProps;
  return (
    <div className="feed">
      <div className="masonry-width">
        <h1 className="list-title">Models of {username}</h1>
        <ModelsInfinite key={username} scope={{ username }} />
      </div>
    </div>
  );
}

/** `/collections/{id}`, of models. */
export function CollectionPage() {
  const { content } = useRouter().route.pageProps;
  if (content?.kind !== 'collection') return <NotFound />;
  return (
    <div className="feed">
      <div className="masonry-width">
        <h1 className="list-title">{content.name}</h1>
        <ModelsInfinite key={content.id} scope={{ collectionId: content.id }} />
      </div>
    </div>
  );
}
