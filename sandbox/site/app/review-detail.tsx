/** @jsxImportSource react */
import type { ReviewData } from './content-data.ts';
import { initials } from './format.ts';
import { ShownLink } from './shown/shown-link.tsx';

/** One review: a text link to the version, and what was said of it (site-facts.md A.1). */
export function ReviewDetail({ review }: { review: ReviewData }) {
  const { resource } = review;
  return (
    <div className="plain-page">
      <h1>
        Review of{' '}
        <ShownLink surface="review" to={resource} className="text-link">
          {resource.modelName} - {resource.versionName}
        </ShownLink>
      </h1>
      <div className="comment-head">
        <span className="avatar">{initials(review.username)}</span> {review.username}
      </div>
      <p>👍 {review.text}</p>
    </div>
  );
}
