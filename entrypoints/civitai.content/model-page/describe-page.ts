import type { PageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { FactOverlay } from '@/entrypoints/civitai.content/views/marked-link';
import { describeWhole } from '@/entrypoints/civitai.content/views/version-name';
import type { TabAnswer } from '@/utils/messages/tab-question';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { isInVault } from '@/utils/vault/membership';
import { type OnScreen, ownershipOf } from './judge-click';
import type { Visit } from './visit';

type Sources = { client: Client; pageData: PageData; intents: FactOverlay };

/** The version on screen, as the listener on the site's own button needs it. `undefined`: it is not certain which that is. */
export function describeScreen(
  { client, pageData, intents }: Sources,
  { screen, versions }: Visit,
): OnScreen | undefined {
  const versionId = screen?.ids[screen.active];
  const versionName = screen?.list.buttons[screen.active]?.name.trim();
  const connection = client.connection();
  if (versionId === undefined || connection?.kind !== 'signed-in') return undefined;
  return {
    versionId,
    name: describeWhole({ versionName, modelName: versions?.modelName ?? '', versionId }),
    fact: intents.overlay(versionId, client.fact(versionId)),
    isUnconfirmed: client.problem(versionId) !== undefined,
    ownership: ownershipOf(connection, pageData.siteUserId()),
  };
}

/** The model page, as the popup shows it. */
export function describePage(client: Client, visit: Visit | undefined): TabAnswer {
  const connection = client.connection();
  const ids = visit?.screen?.ids ?? [];
  const inVault = ids.filter(id => id !== undefined && isInVault(client.fact(id)?.state ?? 'unknown'));
  const problem = visit?.failure && describeModelProblem(visit.failure.problem);
  return {
    ...(problem && { problem: joinSentences(problem.what, problem.meaning) }),
    ...(connection?.kind === 'signed-in' ? { session: connection.session } : {}),
    versions: ids.length,
    inVault: inVault.length,
  };
}
