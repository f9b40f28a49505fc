/** @jsxImportSource react */
import { ImageDetail } from '@/sandbox/site/app/dialogs/image-detail.tsx';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';

/** `/images/{id}` as a page of its own. */
export function ImagePage() {
  const { image } = useRouter().route.pageProps;
  return image ? <ImageDetail image={image} /> : <NotFound />;
}
