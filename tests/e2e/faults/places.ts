import type { Stage } from '@/tests/e2e/support/stage.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';

/** A version on its model's page, by its place in the version list. */
export type Place = { modelId: number; versionId: number; index: number };

/** Versions that are not in the vault of `small`, of models whose versions are all ordinary and named differently; long lists first. */
export function freePlaces(stage: Stage): Place[] {
  const { catalogue } = stage.sandbox;
  const ordinary = new Set(catalogue.ordinaryVersions().map(({ id }) => id));
  const models = catalogue.models.filter(({ versions }) => {
    const names = new Set(versions.map(({ name }) => name));
    return names.size === versions.length && versions.every(({ id }) => ordinary.has(id));
  });
  const places = models
    .sort((a, b) => b.versions.length - a.versions.length)
    .flatMap(({ id, versions }) => versions.map((version, index) => ({ modelId: id, versionId: version.id, index })));
  return places.filter(({ versionId }) => rowsOf(stage, 'small', versionId).length === 0);
}

/** Versions that the vault of `small` holds and the site offers to all, of models whose versions are named differently. */
export function keptPlaces(stage: Stage) {
  const { catalogue } = stage.sandbox;
  const kept = catalogue.ordinaryVersions().filter(({ id }) => rowsOf(stage, 'small', id).length === 1);
  return kept.flatMap(({ id }) => {
    const model = catalogue.findModelOfVersion(id);
    const names = new Set(model?.versions.map(({ name }) => name));
    if (!model || names.size < model.versions.length) return [];
    return { versionId: id, model: { modelId: model.id, versionIds: model.versions.map(version => version.id) } };
  });
}

/** Puts the version into the vault of `small` as if it had been there for long: every read shows it. */
export function putInLongAgo({ sandbox }: Stage, versionId: number): void {
  const { id } = sandbox.accounts.get('small');
  const row = sandbox.vault.add(id, versionId);
  sandbox.vault.remove(id, versionId);
  sandbox.vault.put([row]);
}
