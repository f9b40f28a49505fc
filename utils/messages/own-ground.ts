import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { PutBackObstacle } from '@/utils/vault/can-be-put-back';

/** A point of the screen, CSS pixels. A page says it, so it is only a hint. */
export type ScreenPoint = { x: number; y: number };

/** A page asks that the user be asked about one removal on the extension's own ground. `session`: whose vault the page shows. */
export type RemovalAsked = {
  session: string;
  versionId: VersionId;
  modelId?: ModelId;
  /** Where the user has just pressed: the question appears elsewhere. */
  pressedAt?: ScreenPoint;
};

/**
 * What came of it. `already-open`: one question is open already, and now in front. `silent`: the user has declined twice, and this tab
 * asks nothing before `until` (epoch ms). `failed`: the browser opened neither a window nor a tab.
 */
export type OwnGroundAnswer = {
  outcome: 'opened' | 'already-open' | 'not-in-vault' | 'failed' | 'silent';
  until?: number;
};

/** Why a removal is confirmed on the extension's own ground. `press`: the page can't prove that the user meant it; `many`: the budget is used up. */
export type WhyAsked = { kind: 'press' } | { kind: 'many' } | PutBackObstacle;

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
