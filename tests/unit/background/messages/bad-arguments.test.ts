import { describe, expect, it } from 'vitest';
import { answer } from '@/entrypoints/background/messages/router';
import { fail } from '@/utils/problem';
import { page, site, start } from './start-endpoints';

const unexpected = fail({ kind: 'unexpected' });

describe('an argument', () => {
  it.each([
    ['check-versions', { versionIds: [0] }],
    ['check-versions', { versionIds: [-1] }],
    ['check-versions', { versionIds: [1.5] }],
    ['check-versions', { versionIds: [99999999999] }],
    ['check-versions', { versionIds: ['1'] }],
    ['check-versions', { versionIds: Array.from({ length: 2_001 }, (_, index) => index + 1) }],
    ['check-versions', undefined],
    ['cached-models', { modelIds: [0] }],
    ['cached-models', {}],
    ['cached-models', { modelIds: Array.from({ length: 2_001 }, (_, index) => index + 1) }],
    ['check-versions', { versionIds: [1], isFresh: 'yes' }],
    ['cached-versions', { versionIds: ['1'] }],
    ['refresh-if-stale', { versionIds: [1] }],
    ['submit-intent', { session: 's', versionId: 1, target: 'in', modelId: 'x' }],
    ['submit-intent', { session: 's', versionId: 1, target: 'in', modelName: 'x'.repeat(301) }],
    ['submit-intent', { session: 's', versionId: 1, target: 'in', versionName: 7 }],
    ['submit-intent', { session: 's', versionId: 1, target: 'flip' }],
    ['submit-intent', { session: 's', versionId: 1, target: 'out' }],
    ['submit-intent', { session: 's', versionId: '1', target: 'in' }],
    ['submit-intent', { session: 1, versionId: 1, target: 'in' }],
    ['submit-intent', { versionId: 1, target: 'in' }],
    ['model-versions', { modelId: 0 }],
    ['model-versions', { modelId: 1, isFresh: 1 }],
    ['version-availability', {}],
    ['undo-removals', { versionIds: [1] }],
    ['undo-removals', { session: 's', versionIds: ['1'] }],
  ])('refuses %s with a bad argument', async (name, arg) => {
    const { endpoints, calls } = start();
    expect(await answer(endpoints, { vaulted: name, arg }, site)).toEqual(unexpected);
    expect(calls()).toBe(0);
  });

  it.each([
    ['sign-in', { key: 'a'.repeat(4_097) }],
    ['sign-in', { key: 'abc', isBrief: 1 }],
    ['sign-out', {}],
    ['cached-items', { before: '3' }],
    ['refresh-now', { what: 'everything' }],
    ['change-removals', { session: 's', versionIds: [1], how: 'undo' }],
    ['change-removals', { session: 's', versionIds: [1] }],
    ['open-removals', {}],
    ['availabilities', { versions: [{ versionId: 1 }] }],
    ['availabilities', { versions: Array.from({ length: 21 }, () => ({ versionId: 1, modelId: 1 })) }],
  ])('refuses %s of an extension page with a bad argument', async (name, arg) => {
    const { endpoints, calls } = start();
    expect(await answer(endpoints, { vaulted: name, arg }, page)).toEqual(unexpected);
    expect(calls()).toBe(0);
  });
});
