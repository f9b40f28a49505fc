import type { WorldModel } from '@/sandbox/records.ts';
import { buildFile, buildModel, type VersionPlan } from './build-model.ts';
import { creators, landmarks } from './landmarks.ts';

/** Far enough away that no clock of a test reaches it by accident. */
const GATE_ENDS = '2099-01-01T00:00:00.000Z';
const gate = { permanent: false, endsAt: GATE_ENDS };
const permanentGate = { permanent: true, endsAt: null };

function versions(ids: readonly number[], changes: { [id: number]: Partial<VersionPlan> } = {}): VersionPlan[] {
  return ids.map((id, index) => ({ id, name: `v${ids.length - index}.0`, ...changes[id] }));
}

function gatedModels(): WorldModel[] {
  const { earlyAccess, permanentGate: forEver, bought, generationOnly } = landmarks;
  return [
    buildModel({
      id: earlyAccess.modelId,
      name: 'Early Bird',
      versions: versions(earlyAccess.versionIds, {
        [earlyAccess.gatedVersionId]: { paidAccess: gate, availability: 'EarlyAccess' },
      }),
    }),
    buildModel({
      id: forEver.modelId,
      name: 'For Buyers Only',
      versions: versions(forEver.versionIds, { 1830501: { paidAccess: permanentGate, availability: 'EarlyAccess' } }),
    }),
    buildModel({
      id: bought.modelId,
      name: 'Bought By Second',
      versions: versions(bought.versionIds, { 1832901: { paidAccess: permanentGate, availability: 'EarlyAccess' } }),
    }),
    buildModel({
      id: generationOnly.modelId,
      name: 'Generator Only',
      versions: versions(generationOnly.versionIds, {
        [generationOnly.generationVersionId]: { usageControl: 'Generation' },
      }),
    }),
  ];
}

function withdrawnModels(): WorldModel[] {
  const { unpublishedVersion, unpublishedModel, softDeleted } = landmarks;
  return [
    buildModel({
      id: unpublishedVersion.modelId,
      name: 'Partly Withdrawn',
      versions: versions(unpublishedVersion.versionIds, {
        [unpublishedVersion.unpublishedVersionId]: { status: 'Unpublished' },
      }),
    }),
    buildModel({
      id: unpublishedModel.modelId,
      name: 'Withdrawn',
      status: 'Unpublished',
      versions: versions(unpublishedModel.versionIds, { 1831001: { status: 'Unpublished' } }),
    }),
    buildModel({
      id: softDeleted.modelId,
      name: 'Removed By Its Owner',
      status: 'Deleted',
      versions: versions(softDeleted.versionIds, { 1831301: { status: 'Deleted' } }),
    }),
  ];
}

function privateModels(): WorldModel[] {
  const { privateModel, privateVersion, ownPrivate } = landmarks;
  return [
    buildModel({
      id: privateModel.modelId,
      name: 'Private Matter',
      availability: 'Private',
      versions: versions(privateModel.versionIds, { 1831101: { availability: 'Private' } }),
    }),
    buildModel({
      id: privateVersion.modelId,
      name: 'Half Private',
      versions: versions(privateVersion.versionIds, { [privateVersion.privateVersionId]: { availability: 'Private' } }),
    }),
    buildModel({
      id: ownPrivate.modelId,
      name: 'Own Private Model',
      creator: { ...creators.small },
      availability: 'Private',
      versions: versions(ownPrivate.versionIds, { 1833001: { availability: 'Private' } }),
    }),
  ];
}

function flaggedModels(): WorldModel[] {
  const { archived, takenDown, mature, unrated, poi, minor } = landmarks;
  const rated = (ids: readonly number[], nsfwLevel: number) =>
    ids.map((id, i) => ({ id, name: `v${i + 1}`, nsfwLevel }));
  return [
    buildModel({
      id: archived.modelId,
      name: 'Archive Piece',
      mode: 'Archived',
      versions: versions(archived.versionIds),
    }),
    buildModel({
      id: takenDown.modelId,
      name: 'Taken Down',
      mode: 'TakenDown',
      versions: versions(takenDown.versionIds),
    }),
    buildModel({ id: mature.modelId, name: 'Mature Study', nsfwLevel: 28, versions: rated(mature.versionIds, 28) }),
    buildModel({ id: unrated.modelId, name: 'Never Rated', nsfwLevel: 0, versions: rated(unrated.versionIds, 0) }),
    buildModel({ id: poi.modelId, name: 'Public Figure', poi: true, versions: versions(poi.versionIds) }),
    buildModel({ id: minor.modelId, name: 'Young Hero', minor: true, versions: versions(minor.versionIds) }),
  ];
}

function oddlySizedModels(): WorldModel[] {
  const { huge, noFiles } = landmarks;
  const training = buildFile({
    id: noFiles.noPrimaryId * 4,
    name: 'training.zip',
    type: 'Training Data',
    sizeKB: 51_200,
    primary: false,
    metadata: { format: 'Other' },
  });
  return [
    buildModel({
      id: huge.modelId,
      name: 'Larger Than Any Vault',
      type: 'Checkpoint',
      versions: versions(huge.versionIds, { [huge.hugeVersionId]: { sizeKb: 1_600_000_000 } }),
    }),
    buildModel({
      id: noFiles.modelId,
      name: 'Empty Handed',
      versions: versions(noFiles.versionIds, {
        [noFiles.noFilesId]: { files: [] },
        [noFiles.noPrimaryId]: { files: [training] },
      }),
    }),
  ];
}

/** Landmarks that the API treats differently: gated, withdrawn, flagged, without files. */
export function obstacleModels(): WorldModel[] {
  return [...gatedModels(), ...withdrawnModels(), ...privateModels(), ...flaggedModels(), ...oddlySizedModels()];
}
