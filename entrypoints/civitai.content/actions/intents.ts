import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { VersionOnScreen } from '@/entrypoints/civitai.content/views/button-view';
import { hopelessObstacle } from '@/entrypoints/civitai.content/views/fact-view';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { Obstacle, Problem } from '@/utils/problem';
import { formatKb } from '@/utils/sentences/format';
import { describeAddObstacle } from '@/utils/sentences/obstacle-sentences';
import { describeProblem } from '@/utils/sentences/sentences';
import { isInVault, type Target, type VersionFact } from '@/utils/vault/membership';
import type { Availability } from '@/utils/vault/version-availability';
import { createLocalActivity } from './local-activity';
import { askRemoval } from './removal-dialog';
import { readRemovalFacts } from './removal-facts';

/** Where the API can't remove something, the site's own vault page can (site-facts.md F.12). */
const VAULT_PAGE = { text: 'Open your vault page on Civitai', href: '/user/vault' };

/** What has to be known of a version to speak of it. */
export type NamedVersion = Pick<VersionOnScreen, 'modelName' | 'versionName' | 'sizeKb' | 'availability'> & {
  modelId?: ModelId | undefined;
};

export type Intents = {
  /** The fact with what this page alone knows laid over it. */
  overlay(versionId: VersionId, fact: VersionFact | undefined): VersionFact | undefined;
  press(version: NamedVersion, versionId: VersionId, fact: VersionFact | undefined, signal: AbortSignal): void;
  /**
   * Adds a version. Resolves with what went wrong; where `isQuiet`, whoever asked says so. `session`: under which sign-in the user was
   * shown it, where that may have ended since.
   */
  add(
    version: NamedVersion,
    versionId: VersionId,
    options?: { isQuiet?: boolean; session?: string },
  ): Promise<Problem | undefined>;
  /** Says why nothing came of a press. */
  refuse(problem: Problem): void;
  /** Carries out the label of the site's own button. Never removes: it says "Remove" only of what is not there any more. */
  submitLabel(means: Target, versionId: VersionId, name: string): void;
  /** The site's own toggle is on its way: until it can be looked at, the version's state is in doubt. */
  markUncertain(versionId: VersionId, means: Target): void;
  /** Looks at a version that was in doubt. */
  checkAgain(versionId: VersionId): void;
};

/** Carries out what a press means. One intent per version at a time; the intent names its version. */
export function createIntents(client: Client, toast: Toast, changed: () => void): Intents {
  const locals = createLocalActivity(client);

  const carryOut = async (intent: Intent, name: string, isQuiet = false): Promise<Problem | undefined> => {
    const { session } = intent;
    locals.set(intent.versionId, { activity: { target: intent.target, phase: 'sending', since: Date.now() } }, session);
    changed();
    const result = await client.submit(intent);
    locals.delete(intent.versionId);
    const problem = result.ok ? result.value.problem : result.problem;
    if (problem) {
      locals.set(intent.versionId, { problem, at: Date.now() }, session);
      if (!isQuiet) refuse(problem);
    } else if (!isQuiet) {
      toast.say(intent.target === 'in' ? `${name} is in your vault.` : `${name} was removed from your vault.`);
    }
    changed();
    return problem;
  };
  const refuse = (problem: Problem): void =>
    toast.warn(describeProblem(problem), problem.kind === 'removal-refused' ? VAULT_PAGE : undefined);

  /** What stands in the way now: what the page knows may be as old as the page. */
  const obstacleOf = async (versionId: VersionId, before: Availability | undefined): Promise<Obstacle | undefined> => {
    const found = await client.versionAvailability(versionId);
    return hopelessObstacle(found.ok ? found.value.availability : before);
  };

  const add: Intents['add'] = async (version, versionId, { isQuiet = false, session = locals.session() } = {}) => {
    const obstacle = hopelessObstacle(version.availability) && (await obstacleOf(versionId, version.availability));
    const { modelId } = version;
    const intent = { session, versionId, target: 'in', ...(modelId !== undefined && { modelId }) } as const;
    if (!obstacle) return carryOut(intent, nameOf(version, version.sizeKb), isQuiet);
    if (!isQuiet) toast.warn(describeAddObstacle(obstacle));
    return { kind: 'not-available', obstacle };
  };

  const remove = async (version: NamedVersion, versionId: VersionId, fact: VersionFact, signal: AbortSignal) => {
    // The question is about the vault of now; when it is answered, somebody else may be signed in.
    const session = locals.session();
    const facts = readRemovalFacts(client, versionId, version.modelId);
    const { modelName, versionName } = version;
    const sizeKb = fact.sizeKb ?? version.sizeKb;
    const isDuplicated = fact.problem?.kind === 'duplicated';
    const confirmedAt = await askRemoval({ modelName, versionName, sizeKb, isDuplicated }, facts, signal);
    if (confirmedAt === undefined) return;
    const name = nameOf({ modelName, versionName, ...(await facts) });
    await carryOut({ session, versionId, target: 'out', confirmedAt }, name);
  };

  return {
    overlay: locals.overlay,
    submitLabel(means, versionId, name) {
      if (means === 'in') {
        void carryOut({ session: locals.session(), versionId, target: 'in' }, `“${name}”`);
        return;
      }
      toast.say(`“${name}” is not in your vault any more. Civitai’s own button didn’t know that yet.`);
      client.forget(versionId);
      changed();
    },
    markUncertain(versionId, means) {
      locals.set(versionId, { activity: { target: means, phase: 'looking', since: Date.now() } });
      client.reportToggled(versionId);
      changed();
    },
    checkAgain(versionId) {
      const local = locals.get(versionId);
      if (local && 'activity' in local) locals.set(versionId, { ...local, askedAt: Date.now() });
      client.forget(versionId);
      changed();
    },
    press(version, versionId, fact, signal) {
      const local = locals.get(versionId);
      if (local && 'activity' in local && local.askedAt === undefined) return;
      if (!fact || fact.state === 'unknown') {
        client.refreshStale(true);
        changed();
        return;
      }
      if (isInVault(fact.state)) {
        void remove(version, versionId, fact, signal);
        return;
      }
      void add(version, versionId);
    },
    add,
    refuse,
  };
}

/** "“v2.0” of Amber Drift (6.46 GB)". Isolated, so that right-to-left names leave the rest of the sentence where it is. */
function nameOf({ modelName, versionName }: NamedVersion, sizeKb?: number): string {
  const name = `“\u2068${versionName}\u2069” of \u2068${modelName}\u2069`;
  return sizeKb === undefined ? name : `${name} (${formatKb(sizeKb)})`;
}
