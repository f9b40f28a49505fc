import type { Account } from '@/entrypoints/background/account/account';
import { signedInOf } from '@/entrypoints/background/account/account-store';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { MAX_NAME_LENGTH } from '@/utils/messages/protocol';
import { askTab, type TabAnswer } from '@/utils/messages/tab-question';
import type { PageCount, TabSummary, VersionOnScreen } from '@/utils/messages/tab-summary';
import { isNeed } from '@/utils/vault/fit';
import { readSiteTab } from './site-tabs';

/** More models than any page shows at a time: the rest of a longer list is not counted. */
const MOST_MODELS = 2_000;

/** A page with a dialog open answers only once that is closed. */
const LONGEST_MS = 2_000;
const LATE = 'late';

/** What a summary needs of the rest of the background. */
export type SummaryParts = {
  account: Pick<Account, 'connection'>;
  mirror: Pick<Mirror, 'byModels' | 'byVersions' | 'itemNames'>;
};

/**
 * Asks the page in a tab what it shows, and counts what of it is in the vault. The page names ids and words; what is in the vault only
 * this browser's own data say. Without `tabId` it is about the tab in front.
 */
export async function summarizeTab(parts: SummaryParts, tabId?: number): Promise<TabSummary> {
  const tab = await readSiteTab(tabId);
  if (!tab) return { page: 'elsewhere' };
  const answer = await Promise.race([askTab(tab.id), wait(LONGEST_MS)]);
  if (answer === LATE) return { page: 'waiting', tabId: tab.id };
  if (!answer) return { page: tab.isLoading ? 'loading' : 'silent', tabId: tab.id };
  if (answer.isWaiting) return { page: 'waiting', tabId: tab.id };
  const session = signedInOf(await parts.account.connection())?.session;
  const { problem, unknownPlaces = 0 } = answer;
  return {
    page: 'here',
    tabId: tab.id,
    ...(session !== undefined && { session }),
    models: await countModels(parts, answer, session),
    // Another vault's count is no news.
    versions: { all: answer.versions, inVault: session === answer.session ? answer.inVault : 0 },
    ...(await describeOnScreen(parts, answer.onScreen)),
    ...(typeof problem === 'string' && { problem }),
    ...(answer.kind === 'signed-out' && answer.isLogin && { otherLogin: nameOf(answer.username) ?? '' }),
    unknownPlaces,
  };
}

function wait(ms: number): Promise<typeof LATE> {
  return new Promise(resolve => setTimeout(() => resolve(LATE), ms));
}

async function countModels(
  { mirror }: SummaryParts,
  { models }: TabAnswer,
  session: string | undefined,
): Promise<PageCount> {
  const named = Array.isArray(models) ? models : [];
  const ids = [...new Set(named.filter(isModelId))].slice(0, MOST_MODELS);
  const facts = session === undefined ? [] : await mirror.byModels(ids);
  return { all: ids.length, inVault: facts.filter(({ inVault }) => inVault.length > 0).length };
}

async function describeOnScreen(
  { mirror }: SummaryParts,
  onScreen: TabAnswer['onScreen'],
): Promise<{ onScreen?: VersionOnScreen }> {
  if (!isRecord(onScreen) || !isVersionId(onScreen.versionId) || !isModelId(onScreen.modelId)) return {};
  const { versionId, modelId, need } = onScreen;
  const [own, [fact]] = await Promise.all([mirror.itemNames(versionId), mirror.byVersions([versionId])]);
  if (!fact) return {};
  const modelName = own.modelName ?? nameOf(onScreen.modelName);
  const versionName = own.versionName ?? nameOf(onScreen.versionName);
  return {
    onScreen: {
      ...{ versionId, modelId, fact },
      ...(modelName && { modelName }),
      ...(versionName && { versionName }),
      ...(isNeed(need) && { need }),
    },
  };
}

function nameOf(words: unknown): string | undefined {
  return typeof words === 'string' ? words.slice(0, MAX_NAME_LENGTH) : undefined;
}
