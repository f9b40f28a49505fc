/** @jsxImportSource react */
import { useRef } from 'react';
import { useInView } from '../cards/use-in-view.ts';
import { Comments } from '../comments.tsx';
import type { CommentData } from '../content-data.ts';
import { createAsk, useAnswer } from '../use-ask.ts';

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
