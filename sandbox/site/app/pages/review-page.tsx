/** @jsxImportSource react */
import { ReviewDetail } from '../review-detail.tsx';
import { useRouter } from '../router/context.tsx';
import { NotFound } from './not-found.tsx';

/** `/reviews/{id}` as a page of its own. */
export function ReviewPage() {
  const { content } = useRouter().route.pageProps;
  return content?.kind === 'review' ? <ReviewDetail review={content} /> : <NotFound />;
}
