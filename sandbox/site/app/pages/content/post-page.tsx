/** @jsxImportSource react */
import { initials } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { ImageLink, useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { RichText } from '@/sandbox/site/app/text/rich-text.tsx';

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
