import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import { hopelessObstacle } from '@/entrypoints/civitai.content/views/fact-view';
import type { FactOverlay, ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { describeWhole, type Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';
import type { Obstacle, Problem } from '@/utils/problem';
import { describeAddObstacle } from '@/utils/sentences/obstacle-sentences';
import { t } from '@/utils/texts/texts';
import { isInVault, type Target, type VersionFact } from '@/utils/vault/membership';
import type { Availability } from '@/utils/vault/version-availability';
import { createLocalActivity } from './local-activity';
import { confirmRemoval } from './removal-dialog';
import { readRemovalFacts } from './removal-facts';
import { type SubmitParts, submitIntent, warnOf } from './submit';

/** Carries out what the user wants of a version: one intent per version at a time, and the intent names its version. */
export type Intents = FactOverlay & {
  press(version: Naming, versionId: VersionId, fact: VersionFact | undefined, signal: AbortSignal): void;
  /**
   * Adds a version. Resolves with what went wrong; where `isQuiet`, the caller says so itself. `session`: the sign-in under which the
   * user was shown the version, where that may have ended since.
   */
  add(
    version: Naming,
    versionId: VersionId,
    options?: { isQuiet?: boolean; session?: string },
  ): Promise<Problem | undefined>;
  /** Says why nothing came of a press. `about`: the name of what was pressed. */
  refuse(problem: Problem, about: string): void;
  /**
   * Carries out the label of the site's own button. Never removes: it says "Remove" only of what is not there any more.
   * `name`: the version in a sentence.
   */
  submitLabel(target: Target, versionId: VersionId, name: string): void;
  /** The site's own toggle is on its way: until a check can be believed, the version's state is uncertain. */
  markUncertain(versionId: VersionId, target: Target): void;
  /** Checks an uncertain version. */
  checkAgain(versionId: VersionId): void;
};

/** What marks and menus need to act as well as to show. */
export type ActionSources = ViewSources & { intents: Intents };

/** `changed`: there is something new to draw. */
export function createIntents(client: Client, toast: Toast, changed: () => void): Intents {
  const parts = { client, toast, locals: createLocalActivity(client), changed };
  return {
    ...officialButtonIntents(parts),
    overlay: parts.locals.overlay,
    press: (version, versionId, fact, signal) => press(parts, version, versionId, fact, signal),
    add: (version, versionId, options) => add(parts, version, versionId, options),
    refuse: (problem, about) => warnOf(toast, problem, about),
  };
}

/** What a click on the site's own button leads to. */
function officialButtonIntents(parts: SubmitParts): Pick<Intents, 'submitLabel' | 'markUncertain' | 'checkAgain'> {
  const { client, toast, locals, changed } = parts;
  return {
    submitLabel(target, versionId, name) {
      if (target === 'in') {
        void submitIntent(parts, { session: locals.session(), versionId, target }, { name });
        return;
      }
      toast.say(compose('toast.gone', { version: name }));
      client.invalidate(versionId);
      changed();
    },
    markUncertain(versionId, target) {
      locals.set(versionId, { activity: { target, phase: 'looking', since: Date.now() } });
      client.reportToggled(versionId);
      changed();
    },
    checkAgain(versionId) {
      const local = locals.get(versionId);
      if (local && 'activity' in local) locals.set(versionId, { ...local, recheckedAt: Date.now() });
      client.invalidate(versionId);
      changed();
    },
  };
}

function press(
  parts: SubmitParts,
  version: Naming,
  versionId: VersionId,
  fact: VersionFact | undefined,
  signal: AbortSignal,
): void {
  const { client, locals, changed } = parts;
  const local = locals.get(versionId);
  if (local && 'activity' in local && local.recheckedAt === undefined) return;
  if (!fact || fact.state === 'unknown') {
    client.refreshStale(true);
    changed();
  } else if (isInVault(fact.state)) void remove(parts, version, versionId, fact, signal);
  else void add(parts, version, versionId);
}

async function add(
  parts: SubmitParts,
  version: Naming,
  versionId: VersionId,
  { isQuiet = false, session = parts.locals.session() }: { isQuiet?: boolean; session?: string } = {},
): Promise<Problem | undefined> {
  const { availability, modelId, sizeKb: _, ...names } = version;
  const name = describeWhole({ ...names, versionId });
  const obstacle = hopelessObstacle(availability) && (await obstacleOf(parts.client, versionId, availability));
  const intent = { session, versionId, target: 'in', ...(modelId !== undefined && { modelId }) } as const;
  if (!obstacle) return submitIntent(parts, intent, { name, sized: describeWhole({ ...version, versionId }) }, isQuiet);
  if (!isQuiet) parts.toast.warn(describeAddObstacle(obstacle), name);
  return { kind: 'not-available', obstacle };
}

/** What stands in the way now: the page's own data may be as old as the page. */
async function obstacleOf(
  client: Client,
  versionId: VersionId,
  onPage: Availability | undefined,
): Promise<Obstacle | undefined> {
  const found = await client.versionAvailability(versionId);
  return hopelessObstacle(found.ok ? found.value.availability : onPage);
}

async function remove(
  parts: SubmitParts,
  version: Naming,
  versionId: VersionId,
  fact: VersionFact,
  signal: AbortSignal,
): Promise<void> {
  // The question is about the vault of now: while it stands open, the user may sign in to another one.
  const session = parts.locals.session();
  const facts = readRemovalFacts(parts.client, versionId, version.modelId);
  const { modelName, versionName = t('version.unnamed', { id: `${versionId}` }) } = version;
  const sizeKb = fact.sizeKb ?? version.sizeKb;
  const isDuplicated = fact.problem?.kind === 'duplicated';
  const confirmedAt = await confirmRemoval({ modelName, versionName, sizeKb, isDuplicated }, facts, signal);
  if (confirmedAt === undefined) return;
  const name = describeWhole({ modelName, versionName, ...(await facts) });
  await submitIntent(parts, { session, versionId, target: 'out', confirmedAt }, { name });
}
