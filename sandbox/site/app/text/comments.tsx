/** @jsxImportSource react */
import type { CommentData } from '@/sandbox/site/app/data/content.ts';
import { initials } from '@/sandbox/site/app/format/format.ts';
import { RichText } from './rich-text.tsx';

/** What people wrote, one below the other. */
export function Comments({ comments }: { comments: CommentData[] }) {
  return (
    <div className="comments">
      {comments.map(comment => (
        <div key={comment.id} className="comment">
          <div className="comment-head">
            <span className="avatar">{initials(comment.username)}</span> {comment.username}
          </div>
          <RichText text={comment.text} className="comment-text" />
        </div>
      ))}
    </div>
  );
}
