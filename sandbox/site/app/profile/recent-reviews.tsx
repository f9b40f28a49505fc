/** @jsxImportSource react */
import type { ReviewData } from '../content-data.ts';
import { modelUrl } from '../format.ts';
import { useModelName } from '../live/names.ts';
import { useShown } from '../shown/use-shown.ts';
import { Card } from '../ui/boxes.tsx';
import { ButtonLink } from '../ui/button.tsx';

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
