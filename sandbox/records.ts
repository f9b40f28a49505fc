/**
 * The site's records in the sandbox's words: models, accounts, vaults and their items.
 * Written from the documentation and the site's public behaviour, never from the extension: it must be able to disagree.
 */

type ModelStatus = 'Published' | 'Draft' | 'Unpublished' | 'Deleted';
type UsageControl = 'Download' | 'Generation' | 'InternalGeneration' | 'ExternalGeneration';

export type WorldFile = {
  id: number;
  name: string;
  /** Model, Pruned Model, Negative, Config, Training Data, VAE … */
  type: string;
  sizeKB: number;
  primary: boolean;
  metadata: { format: string; size?: string; fp?: string };
  hashes: Record<string, string>;
};

export type WorldVersion = {
  id: number;
  modelId: number;
  /** Creator order, from 0. */
  index: number;
  name: string;
  baseModel: string;
  status: ModelStatus;
  availability: 'Public' | 'Unsearchable' | 'Private' | 'EarlyAccess';
  usageControl: UsageControl;
  /** Active paid gate, or null. */
  paidAccess: { permanent: boolean; endsAt: string | null } | null;
  createdAt: string;
  publishedAt: string | null;
  nsfwLevel: number;
  description: string;
  trainedWords: string[];
  files: WorldFile[];
  /** Left out of `/api/v1/models/{id}` though the page shows it (site-facts.md B.1). */
  hiddenFromApi: boolean;
  /** Versions of other models that the page recommends. */
  recommended: number[];
};

export type WorldModel = {
  id: number;
  name: string;
  type: string;
  status: ModelStatus;
  availability: 'Public' | 'Unsearchable' | 'Private';
  mode: null | 'Archived' | 'TakenDown';
  nsfwLevel: number;
  poi: boolean;
  minor: boolean;
  creator: { id: number; username: string };
  /** First category tag, or the empty string. */
  category: string;
  tags: string[];
  /** HTML. */
  description: string;
  createdAt: string;
  stats: {
    downloadCount: number;
    thumbsUpCount: number;
    collectedCount: number;
    commentCount: number;
    tippedAmountCount: number;
  };
  /** Creator order. */
  versions: WorldVersion[];
};

export type Subscription = {
  buzzType: 'yellow' | 'green' | 'blue';
  tier: 'founder' | 'bronze' | 'silver' | 'gold';
  status: 'active' | 'trialing' | 'canceled' | 'past_due';
  /** Null: a product whose size was never configured. */
  vaultSizeKb: number | null;
};

export type WorldAccount = {
  id: number;
  username: string;
  email: string;
  /** API key → scope bits. An account may have several. */
  keys: Map<string, number>;
  /** Value of the session cookie on .com and on .red; null where not logged in. */
  sessions: { com: string | null; red: string | null };
  subscriptions: Subscription[];
  /** A tier given without a subscription (site-facts.md F.1). */
  compedTier: string | null;
  status: 'active' | 'muted' | 'banned';
  /** Version ids bought or granted (download bit). */
  grants: Set<number>;
};

export type VaultRow = { userId: number; storageKb: number; meta: Record<string, unknown>; updatedAt: number };

export type VaultItemRow = {
  id: number;
  vaultId: number;
  status: 'Pending' | 'Stored' | 'Failed';
  files: { id: number; sizeKB: number; url: string; displayName: string }[];
  modelVersionId: number;
  modelId: number;
  modelName: string;
  versionName: string;
  creatorId: number | null;
  creatorName: string;
  type: string;
  baseModel: string;
  category: string;
  /** ISO; the model version's creation. */
  createdAt: string;
  addedAt: string;
  refreshedAt: string | null;
  modelSizeKb: number;
  detailsSizeKb: number;
  imagesSizeKb: number;
  notes: string | null;
  meta: { failures: number; latestError?: string; processingStartedAt?: string };
};
