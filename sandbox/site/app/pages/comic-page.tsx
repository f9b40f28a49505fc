/** @jsxImportSource react */
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ImageData } from '@/sandbox/site/app/data/image.ts';
import { createAsk, useAnswer } from '@/sandbox/site/app/data/use-ask.ts';
import { ImageResources } from '@/sandbox/site/app/dialogs/image-resources.tsx';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ScrollerProvider } from '@/sandbox/site/app/shell/scroll-area.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { NotFound } from './not-found.tsx';

const askImage = createAsk<{ id: number }, ImageData>('image.get');

/** A comic: each panel opens a drawer with the resources it was made with (site-facts.md A.1, PanelDetailDrawer). */
export function ComicPage() {
  const { content } = useRouter().route.pageProps;
  const [openId, setOpenId] = useState<number>();
  if (content?.kind !== 'post') return <NotFound />;
  return (
    <div className="plain-page">
      <h1>{content.title}</h1>
      <div className="vault-cards">
        {content.imageIds.map(id => (
          <button key={id} type="button" aria-label="Open panel" onClick={() => setOpenId(id)}>
            <img src={pictureOf(id, 300, 300)} alt="" width={300} height={300} className="bounty-picture" />
          </button>
        ))}
      </div>
      {openId === undefined ? null : <Drawer imageId={openId} onClose={() => setOpenId(undefined)} />}
    </div>
  );
}

function Drawer({ imageId, onClose }: { imageId: number; onClose: () => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const image = useAnswer(askImage, { id: imageId });
  return createPortal(
    <div className="mantine-Drawer-content drawer" role="dialog" aria-modal="true" aria-label="Panel">
      <div ref={scroller} className="scroll-area drawer-scroller">
        <ScrollerProvider value={scroller}>
          <ActionIcon icon="x" iconSize={20} label="Close panel" onClick={onClose} />
          {image ? <ImageResources resources={image.resources} /> : null}
        </ScrollerProvider>
      </div>
    </div>,
    document.body,
  );
}
