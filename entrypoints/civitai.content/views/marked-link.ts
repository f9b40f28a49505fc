import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { LookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { VersionId } from '@/utils/civitai/ids';
import type { VersionFact } from '@/utils/vault/membership';
import type { Moment } from './fact-view';
import { type MarkView, type Naming, viewOfModel, viewOfVersion } from './mark-view';
import { type ModelState, summarizeModel } from './model-state';

/** What a mark on the page stands for, in the words of the link. */
export type Marked = { target: CivitaiTarget; name: string };

/** What everything that is drawn is a function of. */
export type ViewSources = { client: Client; lookUps: LookUps; intents: Pick<Intents, 'overlay'> };

/** The same, where people can act on it. */
export type ActionParts = ViewSources & { intents: Intents };

const NAMELESS = 'this model';

/** The version's fact with what this page alone knows laid over it. */
export function factOf({ client, intents }: ViewSources, versionId: VersionId): VersionFact | undefined {
  return intents.overlay(versionId, client.fact(versionId));
}

/** What is known of a model as a whole: what the vault keeps of it, and the versions that were looked up here. */
export function modelOf(know: ViewSources, { modelId }: CivitaiTarget): ModelState {
  const listed = modelId === undefined ? undefined : know.client.model(modelId);
  const versions = modelId === undefined ? undefined : know.lookUps.versionsOf(modelId);
  const others = versions?.versions.map(version => version.versionId) ?? [];
  return summarizeModel(listed, others, id => factOf(know, id));
}

/** How the version is called that a press is about: the one that the link names, or the first that the site would open. */
export function namingOf(know: ViewSources, { target, name }: Marked, versionId = target.versionId): Naming {
  const { lookUps, client } = know;
  const model = target.modelId === undefined ? undefined : lookUps.versionsOf(target.modelId);
  const wanted = model?.versions.find(version => version.versionId === versionId);
  const listed = versionId === undefined ? model?.versions[0] : wanted;
  const offer = versionId === undefined ? undefined : lookUps.availabilityOf(versionId);
  const kept = target.modelId === undefined ? undefined : client.model(target.modelId)?.facts;
  const fact = (versionId && client.fact(versionId)) || kept?.find(version => version.versionId === versionId);
  const sizeKb = fact?.sizeKb ?? listed?.sizeKb ?? offer?.sizeKb;
  const availability = offer?.availability ?? listed?.availability;
  return {
    // A link may name one model's version under another model's address: of a version, its own answer counts.
    modelName: offer?.modelName || model?.modelName || name || NAMELESS,
    modelId: offer?.modelId ?? target.modelId,
    versionName: listed?.versionName || offer?.versionName,
    ...(sizeKb !== undefined && { sizeKb }),
    ...(availability && { availability }),
  };
}

/** What the mark of a link shows now. */
export function viewOfMarked(know: ViewSources, marked: Marked, moment: Moment): MarkView {
  const naming = namingOf(know, marked);
  const { versionId } = marked.target;
  const { modelId } = naming;
  const target = { ...(modelId !== undefined && { modelId }), ...(versionId !== undefined && { versionId }) };
  if (target.versionId !== undefined) {
    return viewOfVersion(target, factOf(know, target.versionId), naming, moment);
  }
  const asOf = (target.modelId !== undefined && know.client.model(target.modelId)?.asOf) || 0;
  return viewOfModel(target, modelOf(know, target), naming, asOf, moment);
}
