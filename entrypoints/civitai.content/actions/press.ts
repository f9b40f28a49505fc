import { knownFactOf, type MarkedLink, modelOf, namingOf } from '@/entrypoints/civitai.content/views/marked-link';
import { type Naming, spokenNames } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { isolate, t } from '@/utils/texts/texts';
import { isInVault } from '@/utils/vault/membership';
import type { ActionSources } from './intents';

/** Carries out what a press of a mark means. No press is silent: each leads to an action, a dialog, the menu or a sentence. */
export type Press = {
  /** `openMenu`: shows the versions where several are in the vault and one press can't decide, or where adding may not be meant (`isAskingAgain`). */
  mark(marked: MarkedLink, openMenu: (isAskingAgain?: boolean) => void, isMeant: () => Promise<boolean>): Promise<void>;
  version(marked: MarkedLink, versionId: VersionId): void;
};

/** `closeMenu` is called before the removal dialog opens: the menu would cover it. */
export function createPress(sources: ActionSources, closeMenu: () => void, signal: AbortSignal): Press {
  const lookingUp = new Set<number>();
  const version = (marked: MarkedLink, versionId: VersionId): void => {
    // Of a model's version only the model's list may be known: to the worker that is as good.
    const fact = knownFactOf(sources, marked.target, versionId);
    if (fact && !fact.activity && isInVault(fact.state)) closeMenu();
    sources.intents.press(nameOf(sources, marked, versionId), versionId, fact, signal);
  };
  return {
    version,
    async mark(marked, openMenu, isMeant) {
      const { modelId, versionId } = marked.target;
      if (versionId !== undefined) {
        const isSure = !isAdding(sources, marked) || (await isMeant());
        return isSure ? version(marked, versionId) : openMenu(true);
      }
      if (modelId === undefined) return;
      const { inVault, state, busy } = modelOf(sources, marked.target);
      const [only] = inVault;
      if (inVault.length > 1) return openMenu();
      const one = only ?? (state === 'busy' ? busy : undefined);
      if (one) return version(marked, one.versionId);
      // Of an unknown model nothing can be said to be missing: a press reads the vault again, as the mark says.
      if (state === 'unknown') return sources.intents.askAgain();
      if (lookingUp.has(modelId)) return sources.intents.say(t('toast.looking-up'));
      lookingUp.add(modelId);
      if (!(await isMeant())) {
        lookingUp.delete(modelId);
        return openMenu(true);
      }
      await addFirst(sources, marked, modelId, signal);
      lookingUp.delete(modelId);
    },
  };
}

/** True where a press would add the version that the link names. */
function isAdding(sources: ActionSources, { target }: MarkedLink): boolean {
  const fact = target.versionId === undefined ? undefined : knownFactOf(sources, target, target.versionId);
  return fact?.state === 'out' && !fact.activity;
}

/** Adds the version that the site itself would open: the first published one in creator order (site-facts.md B.2). */
async function addFirst(
  sources: ActionSources,
  marked: MarkedLink,
  modelId: NonNullable<MarkedLink['target']['modelId']>,
  signal: AbortSignal,
): Promise<void> {
  const { lookUps, intents } = sources;
  const found = await lookUps.model(modelId);
  if (signal.aborted) return;
  const [first] = found.ok ? found.value.versions : [];
  if (!first) {
    const problem: Problem = found.ok ? { kind: 'not-available', obstacle: 'unpublished' } : found.problem;
    return intents.refuse(problem, isolate(spokenNames(namingOf(sources, marked)).model));
  }
  void intents.add(nameOf(sources, marked, first.versionId), first.versionId);
}

/** The version by its own names. A link's words may be anything: they count only where the version is known by name. */
function nameOf(sources: ActionSources, marked: MarkedLink, versionId: VersionId): Naming {
  const { modelName, ...naming } = namingOf(sources, marked, versionId);
  return naming.versionName ? { modelName, ...naming } : naming;
}
