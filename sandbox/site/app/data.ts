import type { ContentData } from './content-data.ts';
import type { ImageData } from './image-data.ts';

/** What the server tells a page, in the words of the site's own queries (site-facts.md B.6). */

export type FileData = {
  id: number;
  name: string;
  type: string;
  sizeKB: number;
  metadata: { format: string; size?: string; fp?: string };
  hashes: { type: string; hash: string }[];
};

/** A version of another model that this one points to. */
export type ResourceData = {
  modelId: number;
  modelName: string;
  modelType: string;
  versionId: number;
  versionName: string;
  baseModel: string;
};

export type VersionData = {
  id: number;
  modelId: number;
  index: number;
  name: string;
  baseModel: string;
  status: string;
  availability: string;
  usageControl: string;
  createdAt: Date;
  publishedAt: Date | null;
  nsfwLevel: number;
  description: string;
  trainedWords: string[];
  paidAccess: { permanent: boolean; endsAt: Date | null } | null;
  canDownload: boolean;
  canGenerate: boolean;
  files: FileData[];
  rank: { downloadCountAllTime: number; generationCountAllTime: number; thumbsUpCountAllTime: number };
  recommendedResources: ResourceData[];
  requiredComponents: ResourceData[];
  optionalComponents: ResourceData[];
};

export type ModelData = {
  id: number;
  name: string;
  type: string;
  status: string;
  availability: string;
  mode: 'Archived' | 'TakenDown' | null;
  nsfwLevel: number;
  poi: boolean;
  minor: boolean;
  description: string;
  createdAt: Date;
  updatedAt: Date;
  user: { id: number; username: string };
  tagsOnModels: { tag: { id: number; name: string } }[];
  rank: {
    downloadCountAllTime: number;
    generationCountAllTime: number;
    thumbsUpCountAllTime: number;
    collectedCountAllTime: number;
    commentCountAllTime: number;
    tippedAmountCountAllTime: number;
  };
  modelVersions: VersionData[];
};

/** A model as a card shows it. */
export type CardData = {
  id: number;
  name: string;
  type: string;
  /** The version that the card shows: the first published one, or the first that fits the filter. */
  version: { id: number; name: string; baseModel: string };
  mode: string | null;
  /** Shown in the resource picker, where the version is chosen in the card. */
  versions: { id: number; name: string }[];
  nsfw: boolean;
  /** A frame around the card that its creator has bought. */
  cosmetic: boolean;
  earlyAccess: boolean;
  isNew: boolean;
  canGenerate: boolean;
  trainedOnSite: boolean;
  user: { id: number; username: string };
  rank: { download: number; collected: number; comment: number; tipped: number; thumbsUp: number };
};

export type FeedData = { items: CardData[]; nextCursor?: number };

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

export type SessionUser = { id: number; username: string; email: string; tier?: string; isModerator: boolean };

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
