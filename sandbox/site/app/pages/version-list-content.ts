import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';

/** The versions that the page on screen is about; undefined on any other page. */
export function useListedVersions(): ResourceData[] | undefined {
  const { content } = useRouter().route.pageProps;
  return content?.kind === 'versions' ? content.resources : undefined;
}
