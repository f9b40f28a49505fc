/** @jsxImportSource react */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ImageData } from '@/sandbox/site/app/data/image.ts';
import { askTrpc } from '@/sandbox/site/app/data/trpc.ts';
import { neighbourOf } from '@/sandbox/site/app/format/image-ids.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ScrollArea } from '@/sandbox/site/app/shell/scroll-area.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { PageLoader } from '@/sandbox/site/app/ui/boxes.tsx';
import { ImageDetail } from './image-detail.tsx';

/** The picture with this id; until it is there, the one before. */
function useImage(imageId: number | undefined): ImageData | undefined {
  const [image, setImage] = useState<ImageData>();

  useEffect(() => {
    if (imageId === undefined) return;
    let isCurrent = true;
    askTrpc<ImageData>('image.get', { id: imageId }).then(
      answer => isCurrent && setImage(answer),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [imageId]);
  return image;
}

/** The picture over the page: no portal, z-index 250, its own scroller; the page below stays mounted (site-facts.md C.2). */
export function ImageDialog() {
  const { dialogs } = useRouter().navigator;
  const dialog = useSyncExternalStore(dialogs.subscribe, dialogs.get, () => null);
  const imageId = dialog?.name === 'imageDetail' ? dialog.imageId : undefined;
  const image = useImage(imageId);

  useEffect(() => {
    if (imageId === undefined) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') dialogs.close();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [dialogs, imageId]);

  if (imageId === undefined) return null;
  return (
    <div className="mantine-Modal-root page-modal" role="dialog" aria-modal="true" aria-label="Picture">
      <div className="page-modal-bar">
        <ActionIcon icon="x" iconSize={20} label="Close picture" className="is-transparent" onClick={dialogs.close} />
        {([-1, 1] as const).map(step => (
          <ActionIcon
            key={step}
            icon={step === 1 ? 'right' : 'left'}
            iconSize={20}
            label={step === 1 ? 'Next image' : 'Previous image'}
            onClick={() => dialogs.swipe(neighbourOf(imageId, step))}
          />
        ))}
      </div>
      <ScrollArea>{image ? <ImageDetail image={image} /> : <PageLoader />}</ScrollArea>
    </div>
  );
}
