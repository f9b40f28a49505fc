/** Models, versions and cards as the site's own queries answer them (site-facts.md B.6). */

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
