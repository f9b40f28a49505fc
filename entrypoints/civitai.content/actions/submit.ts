import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { Intent } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences/sentences';
import type { Target } from '@/utils/vault/membership';
import type { LocalActivity } from './local-activity';
import { findNames, type NamedVersion, nameVersion } from './name-version';

/** Where the API can't remove a version, the site's own vault page can (site-facts.md F.12). */
const VAULT_PAGE = { text: 'Open your vault page on Civitai', href: '/user/vault' };

/** What it takes to carry out an intent; `changed`: there is something new to draw. */
export type SubmitParts = { client: Client; toast: Toast; locals: LocalActivity; changed: () => void };

/** Submits an intent and shows how it goes. Resolves with what went wrong; where `isQuiet`, the caller says so itself. */
export async function submitIntent(
  { client, toast, locals, changed }: SubmitParts,
  intent: Intent,
  version: NamedVersion,
  isQuiet = false,
): Promise<Problem | undefined> {
  const { session, versionId, target } = intent;
  if (!isQuiet && locals.isSettling(versionId)) sayWaiting(toast, target, nameVersion(version, versionId));
  locals.set(versionId, { activity: { target, phase: 'sending', since: Date.now() } }, session);
  changed();
  const named = isQuiet ? undefined : findNames(client, version, versionId);
  const result = await client.submit(intent);
  locals.delete(versionId);
  const problem = result.ok ? result.value.problem : result.problem;
  if (problem) locals.set(versionId, { problem, at: Date.now() }, session);
  changed();
  if (!named) return problem;
  // The size is part of the good news alone.
  const { sizeKb, ...names } = await named;
  const name = nameVersion(problem ? names : { ...names, sizeKb }, versionId);
  if (problem) warnOf(toast, problem, name);
  else toast.say(capitalize(target === 'in' ? `${name} is in your vault.` : `${name} was removed from your vault.`));
  return problem;
}

/** The site's copies of its database may not have its own button's toggle yet (site-facts.md F.5): the next one waits for them. */
function sayWaiting(toast: Toast, target: Target, name: string): void {
  const what = target === 'in' ? 'add it again' : 'remove it';
  toast.say(
    capitalize(
      `${name} was changed a moment ago. Vaulted will ${what} once Civitai has settled that, within half a minute.`,
    ),
  );
}

/** Says why nothing came of a press. `name`: of the version that it was about. */
export function warnOf(toast: Toast, problem: Problem, name = ''): void {
  const link = problem.kind === 'removal-refused' ? VAULT_PAGE : undefined;
  toast.warn(describeProblem(problem), { about: capitalize(name), ...(link && { link }) });
}

/** A name may stand at a sentence's head. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
