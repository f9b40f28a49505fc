/** @jsxImportSource react */
import { useSyncExternalStore } from 'react';
import type { ReviewData } from '@/sandbox/site/app/data/content.ts';
import { createAsk, useAnswer } from '@/sandbox/site/app/data/use-ask.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ScrollArea } from '@/sandbox/site/app/shell/scroll-area.tsx';
import { ReviewDetail } from '@/sandbox/site/app/text/review-detail.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { PageLoader } from '@/sandbox/site/app/ui/boxes.tsx';

const askReview = createAsk<{ id: number }, ReviewData>('resourceReview.get');

/** A review over the page: `?dialog=resourceReview&reviewId=` behind the page's own path (site-facts.md C.2). */
export function ReviewDialog() {
  const { dialogs } = useRouter().navigator;
  const dialog = useSyncExternalStore(dialogs.subscribe, dialogs.get, () => null);
  const reviewId = dialog?.name === 'resourceReview' ? dialog.reviewId : undefined;
  const review = useAnswer(askReview, reviewId === undefined ? null : { id: reviewId });
  if (reviewId === undefined) return null;
  return (
    <div className="mantine-Modal-root page-modal" role="dialog" aria-modal="true" aria-label="Review">
      <div className="page-modal-bar">
        <ActionIcon icon="x" iconSize={20} label="Close review" className="is-transparent" onClick={dialogs.close} />
      </div>
      <ScrollArea>{review ? <ReviewDetail review={review} /> : <PageLoader />}</ScrollArea>
    </div>
  );
}
