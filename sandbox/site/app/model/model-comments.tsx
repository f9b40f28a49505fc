/** @jsxImportSource react */
import { useRef } from 'react';
import type { CommentData } from '@/sandbox/site/app/data/content.ts';
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import { createAsk, useAnswer } from '@/sandbox/site/app/data/use-ask.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { Comments } from '@/sandbox/site/app/text/comments.tsx';

const askComments = createAsk<{ id: number }, CommentData[]>('comment.getAll');
const HIDDEN_COUNT = 3;

/** What people wrote below a model; asked for when one scrolls there. */
export function ModelComments({ model: { id, name } }: { model: ModelData }) {
  const section = useRef<HTMLElement>(null);
  const isThere = useInView(section, { margin: '0px', once: true });
  const comments = useAnswer(askComments, isThere ? { id } : null);
  // Shaped like a link to the model, but it opens a dialog (site-facts.md, second look).
  const hidden = new URLSearchParams({ dialog: 'hiddenComments', entityType: 'model', entityId: String(id) });
  return (
    <section ref={section} className="below-model comments-room">
      <h2>Discussion</h2>
      {comments ? <Comments comments={comments} /> : null}
      <a className="m_849cf0da mantine-Anchor-root text-link" href={`${modelUrl(id, name)}?${hidden}`}>
        See {HIDDEN_COUNT} more hidden comments
      </a>
    </section>
  );
}
