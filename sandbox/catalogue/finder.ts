import type { WorldModel, WorldVersion } from '@/sandbox/records.ts';
import { isOrdinary } from './catalogue.ts';

/** The catalogue of one running sandbox. Its objects may be changed; the next request shows it. */
export type Catalogue = {
  /** The crowd stands behind all others. */
  models: WorldModel[];
  findModel(modelId: number): WorldModel | undefined;
  findVersion(versionId: number): WorldVersion | undefined;
  findModelOfVersion(versionId: number): WorldModel | undefined;
  /** Versions that every account may add and add again, without the crowd. Their order is fixed, so that tests side by side take one each. */
  ordinaryVersions(): WorldVersion[];
  /** Deletes the version's row for good, as a permanent delete does. The model stays. */
  deleteVersion(versionId: number): void;
};

/** Wraps `own` and the `crowd` with look-ups that follow later changes of a version's status. */
export function createFinder(own: WorldModel[], crowd: WorldModel[] = []): Catalogue {
  const models = [...own, ...crowd];
  const byModel = new Map(models.map(model => [model.id, model]));
  const byVersion = new Map(models.flatMap(model => model.versions.map(version => [version.id, version] as const)));
  return {
    models,
    findModel: modelId => byModel.get(modelId),
    findVersion: versionId => byVersion.get(versionId),
    findModelOfVersion: versionId => byModel.get(byVersion.get(versionId)?.modelId ?? 0),
    ordinaryVersions: () =>
      own.flatMap(model => model.versions.filter(version => byVersion.has(version.id) && isOrdinary(model, version))),
    deleteVersion: versionId => {
      const model = byModel.get(byVersion.get(versionId)?.modelId ?? 0);
      byVersion.delete(versionId);
      if (model) model.versions = model.versions.filter(version => version.id !== versionId);
    },
  };
}
