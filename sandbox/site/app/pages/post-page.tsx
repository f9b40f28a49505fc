/** @jsxImportSource react */
import { initials } from '../format.ts';
import { pictureOf } from '../picture.ts';
import { RichText } from '../rich-text.tsx';
import { ImageLink, useRouter } from '../router/context.tsx';
import { ShownLink } from '../shown/shown-link.tsx';
import { NotFound } from './not-found.tsx';

/** `/posts/{id}`: "Posted to {model} - {version}", the text, the pictures; no list of resources (Seen running). */
export function PostPage() {
  const { content } = useRouter().route.pageProps;
  if (content?.kind !== 'post') return <NotFound />;
  const { resource } = content;
  return (
    <div className="plain-page post-page">
      <h1>{content.title}</h1>
      {resource ? (
        <p className="posted-to">
          Posted to{' '}
          <ShownLink surface="posted-to" to={resource} className="text-link">
            {resource.modelName} - {resource.versionName}
          </ShownLink>
        </p>
      ) : null}
      <div className="comment-head">
        <span className="avatar">{initials(content.username)}</span> {content.username}
      </div>
      {content.imageIds.map(id => (
        <ImageLink key={id} imageId={id} aria-label="Open picture" className="post-picture">
          <img src={pictureOf(id)} alt="" width={450} height={650} />
        </ImageLink>
      ))}
      <RichText text={content.text} />
    </div>
  );
}
