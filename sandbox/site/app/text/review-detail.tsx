/** @jsxImportSource react */
import type { ReviewData } from '@/sandbox/site/app/data/content.ts';
import { initials, modelUrl } from '@/sandbox/site/app/format/format.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { BackTitle } from '@/sandbox/site/app/ui/back-title.tsx';

/** One review: a text link to the version, and what was said of it (site-facts.md A.1). */
export function ReviewDetail({ review }: { review: ReviewData }) {
  const { resource } = review;
  return (
    <div className="plain-page">
      <BackTitle href={modelUrl(resource.modelId, resource.modelName, resource.versionId)}>
        Review of{' '}
        <ShownLink surface="review" to={resource} className="text-link">
          {resource.modelName} - {resource.versionName}
        </ShownLink>
      </BackTitle>
      <div className="comment-head">
        <span className="avatar">{initials(review.username)}</span> {review.username}
      </div>
      <p>👍 {review.text}</p>
    </div>
  );
}
