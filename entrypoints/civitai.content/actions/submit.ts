import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import type { Intent } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';
import type { LocalActivity } from './local-activity';

/** Where the API can't remove a version, the site's own vault page can (site-facts.md F.12). */
const VAULT_PAGE = '/user/vault';

/** What it takes to carry out an intent; `changed`: there is something new to draw. */
export type SubmitParts = { client: Client; toast: Toast; locals: LocalActivity; changed: () => void };

/** The version in sentences. `sized`: with its size, which is said of what was added. */
type SpokenName = { name: string; sized?: string };

/** Submits an intent and shows how it goes. Resolves with what went wrong; where `isQuiet`, the caller says so itself. */
export async function submitIntent(
  { client, toast, locals, changed }: SubmitParts,
  intent: Intent,
  { name, sized: version = name }: SpokenName,
  isQuiet = false,
): Promise<Problem | undefined> {
  const { session, versionId, target } = intent;
  locals.set(versionId, { activity: { target, phase: 'sending', since: Date.now() } }, session);
  changed();
  const result = await client.submit(intent);
  locals.delete(versionId);
  const problem = result.ok ? result.value.problem : result.problem;
  // While versions are shown, the key is accepted: what it was refused for can simply be tried again.
  if (problem && problem.kind !== 'key-refused') locals.set(versionId, { problem, at: Date.now() }, session);
  if (problem && !isQuiet) warnOf(toast, problem, name);
  if (!problem && !isQuiet) toast.say(compose(target === 'in' ? 'toast.added' : 'toast.removed', { version }));
  changed();
  return problem;
}

/** Says why nothing came of a press. `about`: the name of the version, where it is known. */
export function warnOf(toast: Toast, problem: Problem, about?: string): void {
  const link = problem.kind === 'removal-refused' ? { text: t('link.vault-page'), href: VAULT_PAGE } : undefined;
  toast.warn(describeProblem(problem), about, link);
}
