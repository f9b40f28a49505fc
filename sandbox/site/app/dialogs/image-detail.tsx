/** @jsxImportSource react */

import type { ImageData } from '@/sandbox/site/app/data/image.ts';
import { initials } from '@/sandbox/site/app/format/format.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import { ImageResources } from './image-resources.tsx';

/** A picture and what it was made with. */
export function ImageDetail({ image }: { image: ImageData }) {
  return (
    <div className="image-detail">
      <div className="image-stage">
        <img src={pictureOf(image.id)} alt="" width={450} height={650} />
      </div>
      <div className="image-side">
        <Card className="image-creator">
          <span className="avatar">{initials(image.username)}</span>
          <Link href={`/user/${encodeURIComponent(image.username)}`}>{image.username}</Link>
          <ButtonLink href={`/posts/${image.postId}`} size="xs" color="gray">
            View Post
          </ButtonLink>
        </Card>
        <Card className="image-data">
          <h2>
            <Icon name="photo" size={20} /> Generation data
          </h2>
          <ImageResources resources={image.resources} />
          <h3 className="is-divided">Prompt</h3>
          <p className="dimmed image-prompt">{image.prompt}</p>
        </Card>
      </div>
    </div>
  );
}
