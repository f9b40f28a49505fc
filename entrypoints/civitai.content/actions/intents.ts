import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { hopelessObstacle } from '@/entrypoints/civitai.content/views/fact-view';
import type { FactOverlay, ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import { type Intent, MAX_NAME_LENGTH } from '@/utils/messages/protocol';
import type { Obstacle, Problem } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences/sentences';
import { isInVault, type Target, type VersionFact } from '@/utils/vault/membership';
import { createLocalActivity } from './local-activity';
import { type NamedVersion, nameVersion } from './name-version';
import { refreshVault } from './refresh-vault';
import { confirmRemoval } from './removal-dialog';
import { readRemovalFacts } from './removal-facts';
import { capitalize, type SubmitParts, submitIntent, warnOf } from './submit';

/** Carries out what the user wants of a version: one intent per version at a time, and the intent names its version. */
export type Intents = FactOverlay & {
  press(version: NamedVersion, versionId: VersionId, fact: VersionFact | undefined, signal: AbortSignal): void;
  /**
   * Adds a version. Resolves with what went wrong; where `isQuiet`, the caller says so itself. `session`: the sign-in under which the
   * user was shown the version, where that may have ended since.
   */
  add(
    version: NamedVersion,
    versionId: VersionId,
    options?: { isQuiet?: boolean; session?: string },
  ): Promise<Problem | undefined>;
  /** Says why nothing came of a press. */
  refuse(problem: Problem): void;
  say(text: string): void;
  /** Nothing is known that a press could go by: the vault is read again. */
  askAgain(): Promise<void>;
  /** Carries out the label of the site's own button. Never removes: it says "Remove" only of what is not there any more. */
  submitLabel(target: Target, versionId: VersionId, version: NamedVersion): void;
  /** The site's own toggle is on its way: until a check can be believed, the version's state is uncertain. */
  markUncertain(versionId: VersionId, target: Target): void;
  /** The site's own button shows that its toggle came through: so does the version from now on. */
  showFlipped(versionId: VersionId): void;
  /** The site's own toggle has come through, and the next one has to wait for it to settle. */
  isSettling(versionId: VersionId): boolean;
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
    refuse: problem => warnOf(toast, problem),
    say: toast.say,
    askAgain: () => refreshVault(client, toast),
  };
}

/** What a click on the site's own button leads to. */
function officialButtonIntents(
  parts: SubmitParts,
): Pick<Intents, 'submitLabel' | 'markUncertain' | 'showFlipped' | 'isSettling' | 'checkAgain'> {
  const { client, toast, locals, changed } = parts;
  return {
    submitLabel(target, versionId, version) {
      if (target === 'in') {
        void submitIntent(parts, addingOf(version, versionId, locals.session()), version);
        return;
      }
      const name = capitalize(nameVersion(version, versionId));
      toast.say(`${name} is not in your vault any more. Civitai’s own button didn’t know that yet.`);
      client.invalidate(versionId);
      changed();
    },
    markUncertain(versionId, target) {
      locals.set(versionId, { activity: { target, phase: 'looking', since: Date.now() } });
      client.reportToggled(versionId);
      changed();
    },
    showFlipped(versionId) {
      const local = locals.get(versionId);
      if (!local || !('activity' in local) || local.activity.phase !== 'looking') return;
      locals.set(versionId, { ...local, flippedAt: Date.now() });
      changed();
    },
    isSettling: locals.isSettling,
    checkAgain(versionId) {
      const local = locals.get(versionId);
      // A later intent of the user's has its own way to settle.
      if (local && 'activity' in local && local.activity.phase === 'looking')
        locals.set(versionId, { ...local, recheckedAt: Date.now() });
      client.invalidate(versionId);
      changed();
    },
  };
}

function press(
  parts: SubmitParts,
  version: NamedVersion,
  versionId: VersionId,
  fact: VersionFact | undefined,
  signal: AbortSignal,
): void {
  const { client, toast, locals } = parts;
  const local = locals.get(versionId);
  const isLocal = local && 'activity' in local && (local.recheckedAt ?? local.flippedAt) === undefined;
  if (isLocal || fact?.activity) sayBusy(parts, version, versionId, fact);
  else if (!fact || fact.state === 'unknown') void refreshVault(client, toast);
  else if (isInVault(fact.state)) void remove(parts, version, versionId, fact, signal);
  else void add(parts, version, versionId);
}

function sayBusy(
  { toast }: SubmitParts,
  version: NamedVersion,
  versionId: VersionId,
  fact: VersionFact | undefined,
): void {
  const reason = fact?.activity?.reason && describeProblem(fact.activity.reason).what;
  const words = `Vaulted is still working on ${nameVersion(version, versionId)}.`;
  toast.say(reason ? `${words} ${reason}` : `${words} Its mark changes as soon as that is done.`);
}

async function add(
  parts: SubmitParts,
  version: NamedVersion,
  versionId: VersionId,
  { isQuiet = false, session = parts.locals.session() }: { isQuiet?: boolean; session?: string } = {},
): Promise<Problem | undefined> {
  const isHopeless = obstacleFor(version) !== undefined;
  const obstacle = isHopeless ? await obstacleOf(parts.client, versionId, version) : undefined;
  if (!obstacle) return submitIntent(parts, addingOf(version, versionId, session), version, isQuiet);
  const problem: Problem = { kind: 'not-available', obstacle };
  if (!isQuiet) warnOf(parts.toast, problem, nameVersion(version, versionId));
  return problem;
}

/** The intent to add, with what the page knows of the version: the model's marks and the popup follow at once. */
function addingOf({ modelId, modelName, versionName }: NamedVersion, versionId: VersionId, session: string): Intent {
  const names = modelName && versionName ? { modelName: shorten(modelName), versionName: shorten(versionName) } : {};
  return { session, versionId, target: 'in', ...(modelId !== undefined && { modelId }), ...names };
}

function shorten(name: string): string {
  return name.slice(0, MAX_NAME_LENGTH);
}

/** What stands in the way now: the page's own data may be as old as the page. */
async function obstacleOf(client: Client, versionId: VersionId, version: NamedVersion): Promise<Obstacle | undefined> {
  const found = await client.versionAvailability(versionId);
  return obstacleFor(found.ok ? { ...version, availability: found.value.availability } : version);
}

/** What makes a request pointless, as far as is known: early access only where the page says that it is withheld. */
function obstacleFor({ availability, isWithheld }: NamedVersion): Obstacle | undefined {
  return isWithheld && availability === 'early-access' ? availability : hopelessObstacle(availability);
}

async function remove(
  parts: SubmitParts,
  version: NamedVersion,
  versionId: VersionId,
  fact: VersionFact,
  signal: AbortSignal,
): Promise<void> {
  // The question is about the vault of now: while it stands open, the user may sign in to another one.
  const session = parts.locals.session();
  const facts = readRemovalFacts(parts.client, versionId, version.modelId);
  const { modelName, versionName } = version;
  const isDuplicated = fact.problem?.kind === 'duplicated';
  const fallback = capitalize(nameVersion({ ...version, sizeKb: undefined }, versionId));
  const removal = { modelName, versionName, fallback, sizeKb: fact.sizeKb ?? version.sizeKb, isDuplicated };
  const confirmedAt = await confirmRemoval(removal, facts, signal);
  if (confirmedAt === undefined) return;
  const named = { modelId: version.modelId, modelName, versionName, ...(await facts) };
  await submitIntent(parts, { session, versionId, target: 'out', confirmedAt }, { ...named, sizeKb: undefined });
}
