/** @jsxImportSource react */

import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ReviewDetail } from '@/sandbox/site/app/text/review-detail.tsx';

/** `/reviews/{id}` as a page of its own. */
export function ReviewPage() {
  const { content } = useRouter().route.pageProps;
  return content?.kind === 'review' ? <ReviewDetail review={content} /> : <NotFound />;
}
