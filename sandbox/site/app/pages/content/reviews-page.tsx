/** @jsxImportSource react */

import { useQuery } from '@/sandbox/site/app/data/queries.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { readQuery } from '@/sandbox/site/app/router/route.ts';
import { BackTitle } from '@/sandbox/site/app/ui/back-title.tsx';
import { Card, PageLoader } from '@/sandbox/site/app/ui/boxes.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';

/** `/models/{id}/reviews`: the version is chosen by a select and stands in the page's own query (site-facts.md A.1). */
export function ReviewsPage() {
  const { route, navigator } = useRouter();
  const answer = useQuery(queries => queries.model, route.pageProps.id ?? 0);
  if (answer?.status === 'error') return <NotFound />;
  if (answer?.status !== 'success') return <PageLoader />;
  const { id, name, modelVersions } = answer.data;
  const wanted = readQuery(route.query, 'modelVersionId') ?? '';
  return (
    <div className="plain-page">
      <BackTitle href={modelUrl(id, name)}>Reviews</BackTitle>
      <select
        aria-label="Version"
        value={wanted}
        onChange={event =>
          navigator.replace(`/models/${id}/reviews?modelVersionId=${event.target.value}`, { shallow: true })
        }
      >
        <option value="">All versions</option>
        {modelVersions.map(version => (
          <option key={version.id} value={version.id}>
            {version.name}
          </option>
        ))}
      </select>
      {['Works as described.', 'Good at low weights, too.', 'My favourite of this base model.'].map((text, place) => (
        <Card key={text}>
          <p>👍 {text}</p>
          <Button
            size="xs"
            variant="light"
            onClick={() => navigator.dialogs.openReview((Number(wanted) || (modelVersions[0]?.id ?? 0)) * 10 + place)}
          >
            Open review
          </Button>
        </Card>
      ))}
    </div>
  );
}
