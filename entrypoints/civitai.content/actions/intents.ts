import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import type { FactOverlay, ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { describeWhole, type Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { addVersion } from './add-version';
import { askElsewhere } from './ask-elsewhere';
import { createLocalActivity } from './local-activity';
import { type OfficialIntents, officialIntents } from './official-intents';
import { refreshVault } from './refresh-vault';
import { confirmRemoval } from './removal-dialog';
import { readRemovalFacts } from './removal-facts';
import { leadsToKey, type SubmitParts, submitIntent, warnOf } from './submit';
import { createUndoProposal, type UndoProposal, undoRemoval } from './undo-removal';

/** Carries out what the user wants of a version: one intent per version at a time, and the intent names its version. */
export type Intents = FactOverlay &
  OfficialIntents & {
    press(version: Naming, versionId: VersionId, fact: VersionFact | undefined, signal: AbortSignal): void;
    /**
     * Adds a version. Resolves with what went wrong. `isOfList`: one of several that the user has confirmed together; the caller itself says
     * what comes of it. `session`: the sign-in under which the user was shown the version, where that may have ended since.
     */
    add(
      version: Naming,
      versionId: VersionId,
      options?: { isOfList?: boolean; session?: string },
    ): Promise<Problem | undefined>;
    /** Says why nothing came of a press. `about`: the name of what was pressed. */
    refuse(problem: Problem, about: string): void;
    say(text: string): void;
    /** Nothing is known that a press could go by: the vault is read again. */
    askAgain(): Promise<void>;
    /** What is known of versions has changed. */
    update(): void;
  };

/** What marks and menus need to act as well as to show. */
export type ActionSources = ViewSources & { client: Client; intents: Intents };

/** `changed`: there is something new to draw. `pointer`: where it was last, on the screen. */
export function createIntents(
  client: Client,
  toast: Toast,
  changed: () => void,
  pointer: SubmitParts['pointer'],
): Intents {
  const submitting = { client, toast, locals: createLocalActivity(client), changed, pointer };
  const parts = { ...submitting, undoProposal: createUndoProposal(submitting) };
  return {
    update: parts.undoProposal.update,
    ...officialIntents(parts),
    overlay: parts.locals.overlay,
    press: (version, versionId, fact, signal) => press(parts, version, versionId, fact, signal),
    async add(version, versionId, options) {
      return leadsToKey(parts) ? { kind: 'needs-key' } : addVersion(parts, version, versionId, options);
    },
    refuse: (problem, about) => warnOf(toast, problem, about),
    say: toast.say,
    askAgain: () => refreshVault(client, toast),
  };
}

type Parts = SubmitParts & { undoProposal: UndoProposal };

/** Does what a press means in this state. No press is silent. */
function press(
  parts: Parts,
  version: Naming,
  versionId: VersionId,
  fact: VersionFact | undefined,
  signal: AbortSignal,
): void {
  const { client, toast, locals } = parts;
  const local = locals.get(versionId);
  const isLocal = local && 'activity' in local && (local.recheckedAt ?? local.flippedAt) === undefined;
  if (fact?.activity?.phase === 'grace') void undoRemoval(parts, version, versionId);
  else if (isLocal || fact?.activity) sayBusy(parts, version, versionId, fact);
  else if (!fact || fact.state === 'unknown') void refreshVault(client, toast);
  else if (leadsToKey(parts)) return;
  else if (isInVault(fact.state)) void remove(parts, version, versionId, fact, signal);
  else void addVersion(parts, version, versionId);
}

function sayBusy({ toast }: SubmitParts, version: Naming, versionId: VersionId, fact: VersionFact | undefined): void {
  const { reason } = fact?.activity ?? {};
  const then = reason ? describeProblem(reason).what : t('toast.busy.then');
  toast.say(compose('toast.busy', { version: describeWhole({ ...version, versionId }), then }));
}

async function remove(
  parts: Parts,
  version: Naming,
  versionId: VersionId,
  fact: VersionFact,
  signal: AbortSignal,
): Promise<void> {
  // The question is about the vault of now: while it stands open, the user may sign in to another one.
  const session = parts.locals.session();
  const facts = readRemovalFacts(parts.client, { session, versionId, modelId: version.modelId });
  const named = { modelId: version.modelId, modelName: version.modelName, versionName: version.versionName };
  const sizeKb = fact.sizeKb ?? version.sizeKb;
  const isDuplicated = fact.problem?.kind === 'duplicated';
  const confirmation = await confirmRemoval({ ...named, versionId, sizeKb, isDuplicated }, facts, signal);
  if (!confirmation) return;
  const { elsewhere, ...about } = await facts;
  const found = { ...named, ...about, sizeKb: undefined };
  const pressedAt = parts.pointer();
  const removal = { session, versionId, ...(pressedAt && { pressedAt }) };
  const { kind, at } = confirmation;
  if (kind === 'confirmed') {
    parts.undoProposal.expect(found, versionId);
    await submitIntent(parts, { ...removal, target: 'out', confirmedAt: at }, found);
    parts.undoProposal.forget(versionId);
  } else await askElsewhere(parts, { ...removal, ...(kind === 'elsewhere' && elsewhere && { why: elsewhere }) }, found);
}
