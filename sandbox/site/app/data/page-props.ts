import type { ContentData } from './content.ts';
import type { ImageData } from './image.ts';

/** What the server tells a page, in the words of the site's own queries (site-facts.md B.6). */

export type VaultRowData = {
  id: number;
  modelId: number;
  modelVersionId: number;
  modelName: string;
  versionName: string;
  creatorName: string;
  type: string;
  baseModel: string;
  status: string;
  addedAt: string;
  sizeKb: number;
};

export type VaultPageData = { usedKb: number; totalKb: number; totalItems: number; items: VaultRowData[] };

type SessionUser = { id: number; username: string; email: string; tier?: string; isModerator: boolean };

export type Session = { user: SessionUser; expires: string };

/** `pageProps`: what every page gets, and what some pages get besides. `trpcState` is only in the document. */
export type PageProps = {
  session?: Session;
  colorScheme: 'light' | 'dark';
  flags: { vault: boolean; imageGeneration: boolean; airDisplay: boolean };
  domain: 'green' | 'blue';
  host: string;
  hasAuthCookie: boolean;
  id?: number;
  username?: string;
  image?: ImageData;
  vault?: VaultPageData;
  /** Of the page that is on screen, where it needs more than the above. */
  content?: ContentData;
};

export type Query = { [name: string]: string | string[] };

export type NextData = {
  props: { pageProps: PageProps & { trpcState?: unknown } };
  page: string;
  query: Query;
  buildId: string;
  isFallback: boolean;
  gssp: boolean;
  scriptLoader: unknown[];
};
