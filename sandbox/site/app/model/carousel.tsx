/** @jsxImportSource react */
import { useState } from 'react';
import { imageIdOf, PICTURES_PER_VERSION } from '@/sandbox/site/app/format/image-ids.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { ImageLink } from '@/sandbox/site/app/router/context.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';

/** A version's pictures, two at a time (one where the screen is narrow); each opens as a dialog over the page. */
export function Carousel({ versionId }: { versionId: number }) {
  const [first, setFirst] = useState(0);
  const move = (by: number) => setFirst((first + by + PICTURES_PER_VERSION) % PICTURES_PER_VERSION);
  return (
    <div className="carousel">
      <ActionIcon
        icon="left"
        iconSize={20}
        label="Previous picture"
        className="carousel-arrow is-left"
        onClick={() => move(-1)}
      />
      {[0, 1].map(place => (
        <Slide key={place} imageId={imageIdOf(versionId, (first + place) % PICTURES_PER_VERSION)} />
      ))}
      <ActionIcon
        icon="right"
        iconSize={20}
        label="Next picture"
        className="carousel-arrow is-right"
        onClick={() => move(1)}
      />
    </div>
  );
}

function Slide({ imageId }: { imageId: number }) {
  return (
    <div className="carousel-slide">
      <ImageLink imageId={imageId} aria-label="Open picture">
        <img src={pictureOf(imageId)} alt="" width={450} height={650} />
      </ImageLink>
      <div className="reactions">
        <span>👍 {120 + (imageId % 9)}</span>
        <span>❤️ {33 + (imageId % 5)}</span>
        <span>😂 2</span>
        <span>😢 1</span>
      </div>
    </div>
  );
}
