/** @jsxImportSource react */
import { ImageDetail } from '../dialogs/image-detail.tsx';
import { useRouter } from '../router/context.tsx';
import { NotFound } from './not-found.tsx';

/** `/images/{id}` as a page of its own. */
export function ImagePage() {
  const { image } = useRouter().route.pageProps;
  return image ? <ImageDetail image={image} /> : <NotFound />;
}
