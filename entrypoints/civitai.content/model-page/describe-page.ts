import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import type { PageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { FactOverlay } from '@/entrypoints/civitai.content/views/marked-link';
import type { TabAnswer } from '@/utils/messages/tab-question';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { isInVault } from '@/utils/vault/membership';
import { type OnScreen, ownershipOf } from './judge-click';
import type { Visit } from './visit';

type Sources = { client: Client; pageData: PageData; intents: FactOverlay & Pick<Intents, 'isSettling'> };

/** The version on screen, as the listener on the site's own button needs it. `undefined`: it is not certain which that is. */
export function describeScreen({ client, pageData, intents }: Sources, visit: Visit): OnScreen | undefined {
  const { screen } = visit;
  const versionId = screen?.isCertain ? screen.ids[screen.active] : undefined;
  const connection = client.connection();
  if (!screen || versionId === undefined || connection?.kind !== 'signed-in') return undefined;
  return {
    versionId,
    version: {
      modelId: visit.modelId,
      modelName: visit.versions?.modelName,
      versionName: screen.list.buttons[screen.active]?.name,
    },
    fact: intents.overlay(versionId, client.fact(versionId)),
    isSettling: intents.isSettling(versionId),
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
    ...(visit && onScreenOf(visit)),
  };
}

/** The version on screen in the page's own words, if it is certain which. */
function onScreenOf({ screen, versions, modelId }: Visit): Pick<TabAnswer, 'onScreen'> {
  const versionId = screen?.isCertain ? screen.ids[screen.active] : undefined;
  if (!screen || versionId === undefined) return {};
  const modelName = versions?.modelName;
  const versionName = screen.list.buttons[screen.active]?.name;
  return { onScreen: { versionId, modelId, ...(modelName && { modelName }), ...(versionName && { versionName }) } };
}
