/** A resource of a picture, as its metadata names it; without ids where the site does not know it. */
export type UsedResourceData = {
  modelId: number | null;
  modelName: string;
  modelType: string;
  versionId: number | null;
  versionName: string | null;
  strength: number | null;
};

export type ImageData = {
  id: number;
  postId: number;
  username: string;
  prompt: string;
  resources: UsedResourceData[];
};
