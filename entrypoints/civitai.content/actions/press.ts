import { factOf, type MarkedLink, modelOf, namingOf } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { isolate } from '@/utils/texts/texts';
import { isInVault } from '@/utils/vault/membership';
import type { ActionSources } from './intents';

/** Carries out what a press of a mark means. */
export type Press = {
  /** `openMenu`: shows the versions where several are in the vault and one press can't decide. */
  mark(marked: MarkedLink, openMenu: () => void): Promise<void>;
  version(marked: MarkedLink, versionId: VersionId): Promise<void>;
};

type Helpers = {
  /** Called before the removal dialog opens: the menu would cover it. */
  closeMenu(): void;
  /** Called where nothing is known of a model, and a press could only guess. */
  refreshVault(): Promise<void>;
};

export function createPress(sources: ActionSources, helpers: Helpers, signal: AbortSignal): Press {
  const version = async (marked: MarkedLink, versionId: VersionId): Promise<void> => {
    const fact = factOf(sources, versionId);
    const isRemoval = fact !== undefined && isInVault(fact.state);
    // The dialog has to name what it is about to remove.
    if (isRemoval) await sources.lookUps.version(versionId);
    if (signal.aborted) return;
    if (isRemoval) helpers.closeMenu();
    sources.intents.press(namingOf(sources, marked, versionId), versionId, fact, signal);
  };
  return {
    version,
    async mark(marked, openMenu) {
      if (marked.target.versionId !== undefined) return version(marked, marked.target.versionId);
      const { inVault, state } = modelOf(sources, marked.target);
      const [only] = inVault;
      if (inVault.length > 1) return openMenu();
      if (only) return version(marked, only.versionId);
      // Of an unknown model nothing can be said to be missing: a press reads the vault again, as the mark says.
      if (state === 'unknown') await helpers.refreshVault();
      else if (state !== 'busy') await addFirst(sources, marked, signal);
    },
  };
}

/** Adds the version that the site itself would open: the first published one in creator order (site-facts.md B.2). */
async function addFirst(sources: ActionSources, marked: MarkedLink, signal: AbortSignal): Promise<void> {
  const { modelId } = marked.target;
  if (modelId === undefined) return;
  const { lookUps, intents } = sources;
  const found = await lookUps.model(modelId);
  if (signal.aborted) return;
  const [first] = found.ok ? found.value.versions : [];
  if (!first) {
    const problem: Problem = found.ok ? { kind: 'not-available', obstacle: 'unpublished' } : found.problem;
    return intents.refuse(problem, isolate(namingOf(sources, marked).modelName));
  }
  void intents.add(namingOf(sources, marked, first.versionId), first.versionId);
}
