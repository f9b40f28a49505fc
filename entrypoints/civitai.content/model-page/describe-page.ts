import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import type { PageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { FactOverlay } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
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
    // Without a key no label can be carried out: the site's own button does what it does.
    ownership: connection.isLogin ? 'not-known' : ownershipOf(connection, pageData.siteUserId()),
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
  const need = versions?.versions.find(version => version.versionId === versionId)?.need;
  const names = { ...(modelName && { modelName }), ...(versionName && { versionName }) };
  return { onScreen: { versionId, modelId, ...names, ...(need && { need }) } };
}

export type MissingParts = {
  client: Pick<Client, 'model' | 'requestModels'>;
  /** Says that the vault has what this page hasn't, and leads to that version. */
  sayKept(versionId: VersionId): void;
};

/**
 * Where the site has no page for a model any more, but the vault holds versions of it, says so once a visit. A model that the look-up
 * hides has a page with a version list (site-facts.md G.1).
 */
export function sayIfMissing({ client, sayKept }: MissingParts, visit: Visit, hasList: boolean): void {
  if (hasList || visit.failure?.problem.kind !== 'not-available' || visit.isKeptSaid) return;
  client.requestModels([visit.modelId]);
  const [versionId] = client.model(visit.modelId)?.inVault ?? [];
  if (versionId === undefined) return;
  visit.isKeptSaid = true;
  sayKept(versionId);
}
