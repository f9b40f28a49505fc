import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { VersionOnScreen } from '@/entrypoints/civitai.content/views/button-view';
import type { ModelId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { formatKb } from '@/utils/sentences/format';
import { describeProblem } from '@/utils/sentences/sentences';
import type { LocalActivity } from './local-activity';

/** Where the API can't remove a version, the site's own vault page can (site-facts.md F.12). */
const VAULT_PAGE = { text: 'Open your vault page on Civitai', href: '/user/vault' };

/** What a sentence about a version needs to know. */
export type NamedVersion = Pick<VersionOnScreen, 'modelName' | 'versionName' | 'sizeKb' | 'availability'> & {
  modelId?: ModelId | undefined;
};

/** What it takes to carry out an intent; `changed`: there is something new to draw. */
export type SubmitParts = { client: Client; toast: Toast; locals: LocalActivity; changed: () => void };

/** Submits an intent and shows how it goes. Resolves with what went wrong; where `isQuiet`, the caller says so itself. */
export async function submitIntent(
  { client, toast, locals, changed }: SubmitParts,
  intent: Intent,
  name: string,
  isQuiet = false,
): Promise<Problem | undefined> {
  const { session, versionId, target } = intent;
  locals.set(versionId, { activity: { target, phase: 'sending', since: Date.now() } }, session);
  changed();
  const result = await client.submit(intent);
  locals.delete(versionId);
  const problem = result.ok ? result.value.problem : result.problem;
  if (problem) locals.set(versionId, { problem, at: Date.now() }, session);
  if (problem && !isQuiet) warnOf(toast, problem);
  if (!problem && !isQuiet)
    toast.say(target === 'in' ? `${name} is in your vault.` : `${name} was removed from your vault.`);
  changed();
  return problem;
}

/** Says why nothing came of a press. */
export function warnOf(toast: Toast, problem: Problem): void {
  toast.warn(describeProblem(problem), problem.kind === 'removal-refused' ? VAULT_PAGE : undefined);
}

/** "“v2.0” of Amber Drift (6.46 GB)". Isolated, so that right-to-left names leave the rest of the sentence where it is. */
export function nameOf({ modelName, versionName }: NamedVersion, sizeKb?: number): string {
  const name = `“\u2068${versionName}\u2069” of \u2068${modelName}\u2069`;
  return sizeKb === undefined ? name : `${name} (${formatKb(sizeKb)})`;
}
