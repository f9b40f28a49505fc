/** @jsxImportSource react */
import { Comments } from '../comments.tsx';
import { initials } from '../format.ts';
import { RichText } from '../rich-text.tsx';
import { useRouter } from '../router/context.tsx';
import { NotFound } from './not-found.tsx';

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
