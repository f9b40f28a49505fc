import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Need } from '@/utils/vault/fit';
import type { VersionFact } from '@/utils/vault/membership';

/** How many there are on a page, and how many of them are in the vault. */
export type PageCount = { all: number; inVault: number };

/** The version that a model page shows. The names are the vault's own where it has them, otherwise the page's words. */
export type VersionOnScreen = {
  versionId: VersionId;
  modelId: ModelId;
  modelName?: string;
  versionName?: string;
  /** What the page says that an addition counts. */
  need?: Need;
  fact: VersionFact;
};

/** What the page in a tab shows of the vault. */
export type TabSummary =
  /** None of Civitai's, or one that the browser withholds. */
  | { page: 'elsewhere' }
  /** `silent`: Vaulted doesn't run there; `waiting`: it waits for the page to finish, or the page is busy. */
  | { page: 'loading' | 'silent' | 'waiting'; tabId: number }
  | {
      page: 'here';
      tabId: number;
      /** Whose vault the figures are about; absent while no account is signed in: then nothing counts as in the vault. */
      session?: string;
      /** Models with a mark outside of a version list, each once. */
      models: PageCount;
      /** A model page's version list. */
      versions: PageCount;
      /** Absent on other pages, and while it is not certain which version is on screen. */
      onScreen?: VersionOnScreen;
      /** Why nothing is known of the model page's versions, in a sentence. */
      problem?: string;
      /** Whose vault is shown where the tab is logged in as another, so that it gets no marks. */
      otherLogin?: string;
      /** Links to models at places that Vaulted doesn't know: the site has changed. */
      unknownPlaces: number;
    };
