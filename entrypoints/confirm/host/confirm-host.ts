import type { VersionId } from '@/utils/civitai/ids';
import type { RemovalQuestion } from '@/utils/messages/own-ground';
import type { Result } from '@/utils/problem';
import type { PutBack } from '@/utils/vault/can-be-put-back';

/** Everything that the page needs from the browser and the background, for the one question that its address names. No function rejects. */
export type ConfirmHost = {
  readQuestion(): Promise<Result<RemovalQuestion>>;
  /** Whether the version could be put back, looked up now. */
  readVerdict(): Promise<Result<PutBack>>;
  /** The user's answer. Resolves when it is known what came of it. */
  answer(isConfirmed: boolean): Promise<Result<{ isRemoved: boolean }>>;
  /** Takes a confirmed removal back before it is sent. */
  undo(versionId: VersionId): Promise<void>;
  close(): void;
  /** Epoch ms. */
  now(): number;
};
