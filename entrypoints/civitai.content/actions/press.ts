import {
  type ActionParts,
  factOf,
  type Marked,
  modelOf,
  namingOf,
} from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import { isInVault } from '@/utils/vault/membership';

/** Carries out what a press of a mark means. */
export type Press = {
  /** `more`: what cannot be said by one press, because several versions are in. */
  mark(marked: Marked, more: () => void): Promise<void>;
  version(marked: Marked, versionId: VersionId): Promise<void>;
};

type Means = {
  /** Before somebody is asked whether to remove: what stands open then would be in the way. */
  clearTheWay(): void;
  /** Where nothing is known of a model, and a press could only guess. */
  lookAround(): Promise<void>;
};

export function createPress(know: ActionParts, means: Means, signal: AbortSignal): Press {
  const { lookUps, intents } = know;

  const version = async (marked: Marked, versionId: VersionId): Promise<void> => {
    const fact = factOf(know, versionId);
    // The dialog has to name what it is about to remove.
    const isAsked = fact !== undefined && isInVault(fact.state);
    if (isAsked) await lookUps.version(versionId);
    if (signal.aborted) return;
    if (isAsked) means.clearTheWay();
    const { versionName = 'this version', ...naming } = namingOf(know, marked, versionId);
    intents.press({ ...naming, versionName }, versionId, fact, signal);
  };

  /** The version that the site itself would open: the first published one in creator order (site-facts.md B.2). */
  const addFirst = async (marked: Marked): Promise<void> => {
    const { modelId } = marked.target;
    if (modelId === undefined) return;
    const found = await lookUps.model(modelId);
    if (signal.aborted) return;
    const [opened] = found.ok ? found.value.versions : [];
    if (!opened) return intents.refuse(found.ok ? { kind: 'not-available', obstacle: 'unpublished' } : found.problem);
    const { versionName = 'this version', ...naming } = namingOf(know, marked, opened.versionId);
    intents.add({ ...naming, versionName }, opened.versionId);
  };

  return {
    version,
    async mark(marked, more) {
      if (marked.target.versionId !== undefined) return version(marked, marked.target.versionId);
      const { kept, state } = modelOf(know, marked.target);
      const [only] = kept;
      if (kept.length > 1) return more();
      if (only) return version(marked, only.versionId);
      // Of what isn't known nothing can be missing: a press looks again, as the mark says.
      if (state === 'unknown') await means.lookAround();
      else if (state !== 'busy') await addFirst(marked);
    },
  };
}
