import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { PutBackObstacle } from '@/utils/vault/can-be-put-back';

/** A point of the screen, CSS pixels. A page says it, so it is only a hint. */
export type ScreenPoint = { x: number; y: number };

/** A page asks that the user be asked about one removal on the extension's own ground. `session`: whose vault the page shows. */
export type RemovalAsked = {
  session: string;
  versionId: VersionId;
  modelId?: ModelId;
  /** Where the pointer was last: the question appears elsewhere. */
  pressedAt?: ScreenPoint;
  /** Why no confirmation in the page would do, as it was foreseen; absent: the page can't prove that a press was the user's. */
  why?: WhyElsewhere;
};

/** `risk`: it is not certain that the version could be put back. `many`: pages have removed many in a short time. */
export type WhyElsewhere = 'risk' | 'many';

/** What was foreseen of a removal. Without `elsewhere` a confirmation in the page may be enough; the worker decides when it comes. */
export type RemovalForeseen = { elsewhere?: WhyElsewhere };

/**
 * What came of it. `already-open`: one question is open already, and now in front. `silent`: the user has declined twice, and this tab
 * asks nothing before `until` (epoch ms). `failed`: the browser opened neither a window nor a tab.
 */
export type OwnGroundAnswer = {
  outcome: 'opened' | 'already-open' | 'not-in-vault' | 'failed' | 'silent';
  until?: number;
};

/** Why a removal is confirmed on the extension's own ground. `press`: the page can't prove that the user meant it; `many`: the budget is used up; `risk`: it was foreseen, and is still to be looked up. */
export type WhyAsked = { kind: 'press' } | { kind: 'many' } | { kind: 'risk' } | PutBackObstacle;

/** The open question, from the worker's own data. Absent = not known; times are epoch ms. */
export type RemovalQuestion = {
  versionId: VersionId;
  modelId?: ModelId;
  modelName?: string;
  versionName?: string;
  sizeKb?: number;
  why: WhyAsked;
  expiresAt: number;
};
