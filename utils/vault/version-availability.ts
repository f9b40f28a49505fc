import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Obstacle } from '@/utils/problem';
import type { Need } from './fit';

/** Whether the site still offers a version to all users: decides what a removal risks and what an add can do. */
export type Availability =
  /** Published, downloadable, no active gate, not archived: it can be added again. */
  | 'everyone'
  /** Can still be added, but downloads from the site are off. */
  | 'archived'
  /** Offered to some users, or to none. */
  | Obstacle;

/** The site's answer about one version. Absent fields are not known. */
export type VersionAvailability = {
  versionId: VersionId;
  modelId?: ModelId;
  modelName?: string;
  versionName?: string;
  /** Size of the primary file, KB. */
  sizeKb?: number;
  /** What an addition may count; absent where the site keeps its files back. */
  need?: Need;
  availability: Availability;
};

/** A model's versions in creator order, as the API or the page's own data lists them. */
export type ModelVersions = {
  modelId: ModelId;
  modelName: string;
  versions: {
    versionId: VersionId;
    versionName: string;
    sizeKb?: number;
    need?: Need;
    availability?: Availability;
    /** The page says that the account that is logged in there has no access to it. */
    isWithheld?: true;
  }[];
};
