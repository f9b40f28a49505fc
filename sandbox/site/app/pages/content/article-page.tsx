/** @jsxImportSource react */

import { initials } from '@/sandbox/site/app/format/format.ts';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { Comments } from '@/sandbox/site/app/text/comments.tsx';
import { RichText } from '@/sandbox/site/app/text/rich-text.tsx';

/** `/articles/{id}`: its text and the comments below, both with links as people write them (site-facts.md A.1). */
export function ArticlePage() {
  const { content } = useRouter().route.pageProps;
  if (content?.kind !== 'article') return <NotFound />;
  return (
    <article className="plain-page">
      <h1>{content.title}</h1>
      <div className="comment-head">
        <span className="avatar">{initials(content.username)}</span> {content.username}
      </div>
      <RichText text={content.text} className="article-text" />
      <h2>Discussion</h2>
      <Comments comments={content.comments} />
    </article>
  );
}
