import type { ResourceData } from './model.ts';

/** A link in text that people wrote, in the order of the text; null: it leads to no model. */
export type TextLink = { modelId: number; versionId?: number } | null;

/** Text that people wrote. `links`: what its anchors lead to, one entry for each of them. */
export type RichText = { html: string; links: TextLink[] };

export type CommentData = { id: number; username: string; text: RichText };

export type PostData = {
  kind: 'post';
  id: number;
  username: string;
  title: string;
  /** The version it was posted to. */
  resource: ResourceData | null;
  imageIds: number[];
  text: RichText;
};

type ArticleData = {
  kind: 'article';
  id: number;
  username: string;
  title: string;
  text: RichText;
  comments: CommentData[];
};

export type ReviewData = {
  kind: 'review';
  id: number;
  username: string;
  text: string;
  resource: ResourceData;
};

type CollectionData = { kind: 'collection'; id: number; name: string };

/** A list of versions: what was downloaded. */
type VersionListData = { kind: 'versions'; title: string; resources: ResourceData[] };

/** What a creator's page shows beside cards. */
type ProfileData = {
  kind: 'profile';
  showcase: ResourceData[];
  reviews: ReviewData[];
};

export type ContentData = PostData | ArticleData | ReviewData | CollectionData | VersionListData | ProfileData;
