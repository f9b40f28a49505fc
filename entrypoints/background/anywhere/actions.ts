import type { Account } from '@/entrypoints/background/account/account';
import { signedInOf } from '@/entrypoints/background/account/account-store';
import type { AvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import type { History } from '@/entrypoints/background/history/history';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { SiteRemovals } from '@/entrypoints/background/removal/site-removals';
import { type SummaryParts, summarizeTab } from '@/entrypoints/background/tabs/summarize-tab';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { VersionId } from '@/utils/civitai/ids';
import { vaultPage } from '@/utils/civitai/site-links';
import type { Intent } from '@/utils/messages/protocol';
import { fail, ok, type Problem, type Result } from '@/utils/problem';
import { describeWithoutSizes } from '@/utils/sentences/brief-problem';
import { t } from '@/utils/texts/texts';
import { isInVault } from '@/utils/vault/membership';
import type { Said } from './announce-result';
import { openItem, openPage } from './open-page';

/** What menu, keys and address bar need of the rest of the background. */
export type AnywhereParts = SummaryParts & {
  account: Pick<Account, 'connection'>;
  availability: Pick<AvailabilityLookUp, 'modelVersions' | 'versionAvailability'>;
  engine: Pick<VaultEngine, 'check'>;
  history: Pick<History, 'submit'>;
  mirror: Pick<Mirror, 'rememberModel' | 'all'>;
  removals: Pick<SiteRemovals, 'ask'>;
  /** Epoch ms. */
  now(): number;
};

/** The version to add, with the names that are known. */
type Named = { versionId: VersionId } & Pick<
  Extract<Intent, { target: 'in' }>,
  'modelId' | 'modelName' | 'versionName'
>;

/** `undefined`: what the user sees says enough. */
export type Outcome = Promise<Said | undefined>;

/** Adds what a link or text names; of a model, the version that the site itself would open (site-facts.md B.2). */
export async function addTarget(parts: AnywhereParts, target: CivitaiTarget): Outcome {
  const session = await whoMayChange(parts);
  if (!session.ok) return problemOf(parts, session.problem);
  const found = await findVersion(parts, target);
  return found.ok ? add(parts, session.value, found.value) : problemOf(parts, found.problem);
}

/** Opens the vault page with what a link or text names, if it is there. */
export async function showTarget(parts: AnywhereParts, { modelId, versionId }: CivitaiTarget): Outcome {
  if (!signedInOf(await parts.account.connection())) return problemOf(parts, { kind: 'not-signed-in' });
  if (versionId !== undefined) {
    const [known] = await parts.mirror.byVersions([versionId]);
    const isKnown = known !== undefined && known.state !== 'unknown';
    const { facts, problem } = isKnown ? { facts: [known] } : await parts.engine.check([versionId]);
    if (facts.some(({ state }) => isInVault(state))) return openItem(versionId);
    return problem ? problemOf(parts, problem) : { text: t('anywhere.version-not-in'), isProblem: true };
  }
  const [model] = modelId === undefined ? [] : await parts.mirror.byModels([modelId]);
  const [first, second] = model?.inVault ?? [];
  if (first === undefined) return { text: t('anywhere.model-not-in'), isProblem: true };
  const { modelName } = second === undefined ? {} : await parts.mirror.itemNames(first);
  return modelName ? openPage(vaultPage(modelName)) : openItem(first);
}

/** Adds the version on screen; one that is in the vault is asked about in a window of ours, because a key may be hit by mistake. */
export async function toggleOnScreen(parts: AnywhereParts, tabId?: number): Outcome {
  const page = await summarizeTab(parts, tabId);
  const onScreen = page.page === 'here' ? page.onScreen : undefined;
  if (!onScreen) return { text: t('anywhere.no-version'), isProblem: true };
  const session = await whoMayChange(parts);
  if (!session.ok) return problemOf(parts, session.problem);
  const { fact, versionId, modelId } = onScreen;
  const isIn = fact.activity ? fact.activity.target === 'in' : isInVault(fact.state);
  if (!isIn) return add(parts, session.value, onScreen);
  const asked = await parts.removals.ask({ session: session.value, versionId, modelId }, undefined);
  if (!asked.ok) return problemOf(parts, asked.problem);
  const { outcome, until } = asked.value;
  if (outcome === 'not-in-vault') return { text: t('anywhere.version-not-in'), isProblem: true };
  if (outcome === 'opened') return undefined;
  return problemOf(parts, { kind: 'asked-elsewhere', outcome, ...(until !== undefined && { until }) });
}

/** The session of an account that may change its vault. */
async function whoMayChange({ account }: AnywhereParts): Promise<Result<string>> {
  const connection = await account.connection();
  if (connection.kind === 'key-refused') return fail({ kind: 'key-refused' });
  if (connection.kind === 'no-store') return fail(connection.problem);
  if (connection.kind !== 'signed-in') return fail({ kind: 'not-signed-in' });
  if (connection.isLogin) return fail({ kind: 'needs-key' });
  return connection.canWrite ? ok(connection.session) : fail({ kind: 'read-only-key' });
}

async function findVersion(
  { availability, mirror }: AnywhereParts,
  { modelId, versionId }: CivitaiTarget,
): Promise<Result<Named>> {
  if (versionId !== undefined) return ok({ versionId, ...(modelId !== undefined && { modelId }) });
  if (modelId === undefined) return fail({ kind: 'unexpected' });
  const [model] = await mirror.byModels([modelId]);
  const [there] = model?.inVault ?? [];
  if (there !== undefined) return ok({ versionId: there, modelId });
  const listed = await availability.modelVersions(modelId);
  if (!listed.ok) return listed;
  const [first] = listed.value.versions;
  if (!first) return fail({ kind: 'not-available', obstacle: 'not-known' });
  const { modelName } = listed.value;
  const { versionName } = first;
  return ok({ versionId: first.versionId, modelId, ...(modelName && versionName && { modelName, versionName }) });
}

async function add(parts: AnywhereParts, session: string, named: Named): Promise<Said> {
  const { versionId, modelId, modelName, versionName } = named;
  const intent: Intent = {
    ...{ session, versionId, target: 'in' },
    ...(modelId !== undefined && { modelId }),
    ...(modelName && versionName && { modelName, versionName }),
  };
  parts.mirror.rememberModel(intent);
  const result = await parts.history.submit(intent, 'browser');
  const problem = result.ok ? result.value.problem : result.problem;
  if (problem && problem.kind !== 'duplicated') return problemOf(parts, problem);
  return { text: t('toast.added', { version: await nameOf(parts, named) }), isProblem: false };
}

/** What was added, by its names: a number alone may be the id of another version than the user meant. */
async function nameOf({ mirror, availability }: AnywhereParts, named: Named): Promise<string> {
  const { versionId } = named;
  const known = [await mirror.itemNames(versionId), named].find(each => each.modelName && each.versionName);
  const found = known ? undefined : await availability.versionAvailability(versionId);
  const { versionName: version, modelName: model } = known ?? (found?.ok ? found.value : {});
  return version && model ? t('version.of-model', { version, model }) : t('version.unnamed', { id: `${versionId}` });
}

function problemOf({ now }: AnywhereParts, problem: Problem): Said {
  return { text: describeWithoutSizes(problem, now()), isProblem: true };
}
