import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import { describeWhole, type Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';
import type { ScreenPoint } from '@/utils/messages/own-ground';
import type { Intent } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';
import { findNames } from './find-names';
import type { LocalActivity } from './local-activity';

/** The site's own page that helps: where the API can't remove a version, its vault page can (site-facts.md F.12). */
const WAYS: { readonly [Kind in Problem['kind']]?: { text: 'link.vault-page' | 'link.memberships'; href: string } } = {
  'removal-refused': { text: 'link.vault-page', href: '/user/vault' },
  lapsed: { text: 'link.memberships', href: '/pricing' },
  'no-vault': { text: 'link.memberships', href: '/pricing' },
};

/** What it takes to carry out an intent; `changed`: there is something new to draw. `pointer`: where it was last, on the screen. */
export type SubmitParts = {
  client: Client;
  toast: Toast;
  locals: LocalActivity;
  changed: () => void;
  pointer: () => ScreenPoint | undefined;
};

/** Submits an intent and shows how it goes. Resolves with what went wrong; where `isQuiet`, the caller says so itself. */
export async function submitIntent(
  { client, toast, locals, changed }: SubmitParts,
  intent: Intent,
  version: Naming,
  isQuiet = false,
): Promise<Problem | undefined> {
  const { session, versionId, target } = intent;
  // The site's copies of its database may not have its own button's toggle yet (site-facts.md F.5): the next one waits for them.
  if (!isQuiet && locals.isSettling(versionId))
    toast.say(compose(`toast.settling.${target}`, { version: describeWhole({ ...version, versionId }) }));
  locals.set(versionId, { activity: { target, phase: 'sending', since: Date.now() } }, session);
  changed();
  const named = isQuiet ? undefined : findNames(client, version, versionId);
  const result = await client.submit(intent);
  locals.delete(versionId);
  const problem = result.ok ? result.value.problem : result.problem;
  if (problem && isOfVersion(problem)) locals.set(versionId, { problem, at: Date.now() }, session);
  changed();
  if (!named) return problem;
  // The size is part of the good news alone.
  const { sizeKb, ...names } = { ...(await named), versionId };
  // What was taken back was said where the user did so.
  const isUndone = target === 'out' && result.ok && result.value.state !== 'out';
  if (problem?.kind === 'over-quota')
    warnOfSpace({ client, toast }, problem, { ...version, versionId }, describeWhole(names));
  else if (problem) warnOf(toast, problem, describeWhole(names));
  else if (!isUndone)
    toast.say(
      compose(target === 'in' ? 'toast.added' : 'toast.removed', { version: describeWhole({ ...names, sizeKb }) }),
    );
  return problem;
}

/**
 * True where the vault is read with the site's login: a press leads to the key, which says why it is needed. Nothing is sent.
 */
export function leadsToKey({ client, toast }: Pick<SubmitParts, 'client' | 'toast'>): boolean {
  const connection = client.connection();
  if (connection?.kind !== 'signed-in' || !connection.isLogin) return false;
  warnOf(toast, { kind: 'needs-key' });
  client.openSignIn();
  return true;
}

/** True for what the version's mark goes on to show. */
function isOfVersion({ kind }: Problem): boolean {
  // While versions are shown, the key is accepted: what it was refused for can simply be tried again.
  return kind !== 'key-refused' && kind !== 'needs-key' && kind !== 'asked-elsewhere' && kind !== 'page-limit';
}

/** Says why nothing came of a press. `about`: the name of what was pressed, where it is known. */
export function warnOf(toast: Toast, problem: Problem, about?: string): void {
  const way = WAYS[problem.kind];
  toast.warn(describeProblem(problem), about, way && { ...way, text: t(way.text) });
}

/** The same where the vault has no space for a version: what makes space is one press away. */
function warnOfSpace(
  { client, toast }: Pick<SubmitParts, 'client' | 'toast'>,
  problem: Extract<Problem, { kind: 'over-quota' }>,
  { versionId, modelId, sizeKb = 0 }: Naming & { versionId: VersionId },
  about: string,
): void {
  const wanted = { versionId, ...(modelId !== undefined && { modelId }) };
  // The file that the site prefers is the likely one.
  const neededKb = Math.max(problem.sizeKb ?? 0, sizeKb);
  const link = { text: t('free-up.title'), press: () => client.openFreeUp({ neededKb, wanted }) };
  toast.warn(describeProblem(problem), about, link);
}
