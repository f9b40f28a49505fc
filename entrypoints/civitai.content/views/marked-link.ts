import type { PageClient } from '@/entrypoints/civitai.content/vault-client/client';
import type { LookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import { type Connection, type MembershipProblem, problemOf } from '@/utils/account/account';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { VersionId } from '@/utils/civitai/ids';
import type { VersionFact } from '@/utils/vault/membership';
import type { Moment } from './fact-view';
import { type MarkView, viewOfModel, viewOfVersion } from './mark-view';
import { type ModelState, summarizeModel } from './model-state';
import type { Naming } from './version-name';

/** What the mark of a link stands for, and the model's name as the link says it. */
export type MarkedLink = { target: CivitaiTarget; name: string };

/** What this page alone knows of a version, laid over its fact. */
export type FactOverlay = {
  overlay(versionId: VersionId, fact: VersionFact | undefined): VersionFact | undefined;
};

/** Every mark and button is a function of these. */
export type ViewSources = { client: PageClient; lookUps: LookUps; intents: FactOverlay };

/** The version's fact with what this page alone knows laid over it. */
export function factOf({ client, intents }: ViewSources, versionId: VersionId): VersionFact | undefined {
  return intents.overlay(versionId, client.fact(versionId));
}

/** The same; where no check has answered yet, the fact of its model's list, which is known without a request. */
export function knownFactOf(
  sources: ViewSources,
  { modelId }: CivitaiTarget,
  versionId: VersionId,
): VersionFact | undefined {
  const own = factOf(sources, versionId);
  if (modelId === undefined || own?.activity || (own && own.state !== 'unknown')) return own;
  const listed = sources.client.model(modelId)?.facts.find(fact => fact.versionId === versionId);
  return listed ? { ...listed, ...(own?.problem && { problem: own.problem }) } : own;
}

/** The state of a model as a whole: from its versions in the vault, and from those that were looked up here. */
export function modelOf(sources: ViewSources, { modelId }: CivitaiTarget): ModelState {
  const listed = modelId === undefined ? undefined : sources.client.model(modelId);
  const versions = modelId === undefined ? undefined : sources.lookUps.versionsOf(modelId);
  const others = versions?.versions.map(version => version.versionId) ?? [];
  return summarizeModel(listed, others, id => factOf(sources, id));
}

/** Names the version that a press is about: the one that the link names, or the first that the site would open. */
export function namingOf(sources: ViewSources, { target, name }: MarkedLink, versionId = target.versionId): Naming {
  const { lookUps, client } = sources;
  const model = target.modelId === undefined ? undefined : lookUps.versionsOf(target.modelId);
  const named = model?.versions.find(version => version.versionId === versionId);
  const listed = versionId === undefined ? model?.versions[0] : named;
  const lookedUp = versionId === undefined ? undefined : lookUps.availabilityOf(versionId);
  const facts = target.modelId === undefined ? undefined : client.model(target.modelId)?.facts;
  const fact = (versionId && client.fact(versionId)) || facts?.find(version => version.versionId === versionId);
  const sizeKb = fact?.sizeKb ?? listed?.sizeKb ?? lookedUp?.sizeKb;
  const availability = lookedUp?.availability ?? listed?.availability;
  const need = listed?.need ?? lookedUp?.need;
  const modelId = lookedUp?.modelId ?? target.modelId;
  const barredBy = barrierOf(client.connection());
  return {
    // A link may name one model's version under another model's address: the version's own answer counts.
    modelName: lookedUp?.modelName || model?.modelName || name,
    modelId,
    versionId,
    versionName: listed?.versionName || lookedUp?.versionName,
    ...(sizeKb !== undefined && { sizeKb }),
    ...(need && { need }),
    ...(availability && { availability }),
    ...(barredBy && { barredBy }),
  };
}

/** Why nothing can be added to the vault that is shown, as far as its account is known. */
export function barrierOf(connection: Connection | undefined): MembershipProblem | undefined {
  return connection?.kind === 'signed-in' ? problemOf(connection.membership) : undefined;
}

/** What the mark of a link shows now. */
export function viewOfMarked(sources: ViewSources, marked: MarkedLink, moment: Moment): MarkView {
  const naming = namingOf(sources, marked);
  const { versionId } = marked.target;
  const { modelId } = naming;
  const target = { ...(modelId !== undefined && { modelId }), ...(versionId !== undefined && { versionId }) };
  if (target.versionId !== undefined) {
    return viewOfVersion(target, factOf(sources, target.versionId), naming, moment);
  }
  const asOf = (target.modelId !== undefined && sources.client.model(target.modelId)?.asOf) || 0;
  return viewOfModel(target, modelOf(sources, target), naming, asOf, moment);
}
