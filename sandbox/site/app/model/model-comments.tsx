/** @jsxImportSource react */
import { useRef } from 'react';
import type { CommentData } from '@/sandbox/site/app/data/content.ts';
import { createAsk, useAnswer } from '@/sandbox/site/app/data/use-ask.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { Comments } from '@/sandbox/site/app/text/comments.tsx';

const askComments = createAsk<{ id: number }, CommentData[]>('comment.getAll');

/** What people wrote below a model; asked for when one scrolls there. */
export function ModelComments({ modelId }: { modelId: number }) {
  const section = useRef<HTMLElement>(null);
  const isThere = useInView(section, { margin: '0px', once: true });
  const comments = useAnswer(askComments, isThere ? { id: modelId } : null);
  return (
    <section ref={section} className="below-model comments-room">
      <h2>Discussion</h2>
      {comments ? <Comments comments={comments} /> : null}
    </section>
  );
}
