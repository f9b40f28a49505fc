import { describe, expect, it } from 'vitest';
import { summarizeModel } from '@/entrypoints/civitai.content/views/model-state';
import { isModelId, isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';
import type { VaultState, VersionFact } from '@/utils/vault/membership';

function versionId(id: number): VersionId {
  if (!isVersionId(id)) throw new Error('not an id');
  return id;
}
function modelId(id: number): ModelId {
  if (!isModelId(id)) throw new Error('not an id');
  return id;
}
const fact = (id: number, state: VaultState, more: Partial<VersionFact> = {}): VersionFact => ({
  versionId: versionId(id),
  state,
  asOf: 100,
  ...more,
});
const model = (facts: VersionFact[], asOf = 100) => ({
  modelId: modelId(1),
  inVault: facts.map(each => each.versionId),
  facts,
  asOf,
});
const nothing = () => undefined;

describe('what a model shows as', () => {
  it.each([
    [['in', 'failed', 'pending'], 'in', 1],
    [['in', 'in'], 'in', 2],
    [['failed', 'pending'], 'pending', 0],
    [['failed'], 'failed', 0],
    [[], 'out', 0],
  ] as const)('%j is %s, %i in', (states, state, count) => {
    const summary = summarizeModel(model(states.map((each, index) => fact(index + 1, each))), [], nothing);
    expect([summary.state, summary.storedCount, summary.inVault.length]).toEqual([state, count, states.length]);
  });

  it('is not known before the vault was read, and without an answer', () => {
    expect(summarizeModel(undefined, [], nothing).state).toBe('unknown');
    expect(summarizeModel(model([], 0), [], nothing).state).toBe('unknown');
  });

  it('is known to be in as soon as one version is', () => {
    expect(summarizeModel(model([], 0), [versionId(7)], () => fact(7, 'in')).state).toBe('in');
  });

  it('believes the newer of list and check', () => {
    const listed = model([fact(1, 'in')]);
    expect(summarizeModel(listed, [], () => fact(1, 'out', { asOf: 200 })).state).toBe('out');
    expect(summarizeModel(listed, [], () => fact(1, 'out', { asOf: 50 })).state).toBe('in');
    expect(summarizeModel(listed, [], () => fact(1, 'unknown', { asOf: 200 })).state).toBe('in');
  });

  it('shows what is being done, and what went wrong where nothing is in', () => {
    const activity = { target: 'in', phase: 'sending', since: 1 } as const;
    const problem = { kind: 'offline' } as const;
    expect(summarizeModel(model([]), [versionId(7)], () => fact(7, 'unknown', { activity })).state).toBe('busy');
    expect(summarizeModel(model([]), [versionId(7)], () => fact(7, 'out', { problem })).state).toBe('error');
  });
});
