/** @jsxImportSource react */
import type { ReviewData } from '@/sandbox/site/app/data/content.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { useModelName } from '@/sandbox/site/app/live/names.ts';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';

/** Reviews with a button each to what they are about: plain anchors, 26 px high, that load a document (A.1). */
export function RecentReviews({ reviews }: { reviews: ReviewData[] }) {
  return (
    <div className="review-list">
      {reviews.map(review => (
        <Review key={review.id} review={review} />
      ))}
    </div>
  );
}

function Review({ review: { text, resource } }: { review: ReviewData }) {
  const { modelId, modelName, versionId, versionName } = resource;
  const name = useModelName(modelId, modelName);
  const box = useShown<HTMLDivElement>({ surface: 'recent-review', modelId, versionId });
  return (
    <Card>
      <div ref={box} className="review-line">
        <ButtonLink href={modelUrl(modelId, name, versionId)} size="compact-sm" variant="light" color="gray">
          {name} - {versionName}
        </ButtonLink>
      </div>
      <p>👍 {text}</p>
    </Card>
  );
}
