// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalActivity } from '@/entrypoints/civitai.content/actions/local-activity';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';
import { allowRetry, loadVersions, startVisit } from '@/entrypoints/civitai.content/model-page/visit';
import { createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { ageWords } from '@/entrypoints/civitai.content/views/fact-view';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import {
  answerWith,
  endPage,
  id,
  messaging,
  sent,
  startPage,
  worker,
} from '@/tests/unit/content/vault-client/worker-stage';
import { isModelId } from '@/utils/civitai/ids';
import { fail } from '@/utils/problem';

vi.mock('wxt/browser', async () => ({
  browser: (await import('@/tests/unit/content/vault-client/worker-stage')).browser,
}));

const DAY = 24 * 3_600_000;
const modelId = 7;
if (!isModelId(modelId)) throw new Error('not an id');

let page: AbortController;
beforeEach(() => {
  page = startPage();
});
afterEach(() => endPage(page));

const set = (by: number) => vi.setSystemTime(Date.now() + by);

describe.each([
  ['a day back', -DAY],
  ['a year back', -365 * DAY],
  ['a day ahead', DAY],
  ['a year ahead', 365 * DAY],
])('after the clock was set %s', (_, by) => {
  it('a version is requested again when the user comes back', async () => {
    worker(answerWith('in', 1), answerWith('in', 1))();
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(1_000);
    set(by);
    client.refreshStale();
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent('check-versions')).toHaveLength(2);
  });

  it('an answer makes up for a failed check', async () => {
    worker(answerWith('in', Date.now()), { ...answerWith('in', Date.now()), problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    set(by);
    const facts = [{ versionId: id, state: 'in', asOf: Date.now() }];
    for (const hear of messaging.listeners) hear({ announce: 'facts', session: 's', facts }, { id: 'vaulted' });
    expect(client.problem(id)).toBeUndefined();
  });

  it('a look-up that had to wait is made', async () => {
    const modelVersions = vi.fn(async () => fail({ kind: 'limited', until: Date.now() + 60_000 }));
    const client = fakeClient({ modelVersions });
    const visit = startVisit(modelId, undefined, undefined);
    await loadVersions(visit, client, () => {});
    await loadVersions(visit, client, () => {});
    expect(modelVersions).toHaveBeenCalledOnce();
    set(by);
    allowRetry(visit);
    await loadVersions(visit, client, () => {});
    expect(modelVersions).toHaveBeenCalledTimes(2);
  });

  it('what this page alone knows ends with the next answer', () => {
    const locals = createLocalActivity(fakeClient({ connection: () => signedIn }));
    locals.set(id, { problem: { kind: 'offline' }, at: Date.now() });
    set(by);
    expect(locals.overlay(id, { versionId: id, state: 'in', asOf: Date.now() + 1 })?.problem).toBeUndefined();
    const activity = { target: 'in', phase: 'looking', since: Date.now() } as const;
    locals.set(id, { activity, recheckedAt: Date.now() });
    set(by);
    expect(locals.overlay(id, { versionId: id, state: 'in', asOf: Date.now() })?.activity).toBeUndefined();
  });

  it('removals of before don’t count against the page', () => {
    const giveUp = vi.fn();
    const mayPutBack = createPutBackLimit(giveUp);
    for (let attempt = 0; attempt < 10; attempt += 1) mayPutBack();
    set(by);
    expect([mayPutBack(), giveUp.mock.calls]).toEqual([true, []]);
  });
});

it('a look-up that waiting can’t help is not repeated by any clock', async () => {
  const modelVersions = vi.fn(async () => fail({ kind: 'blocked' }));
  const visit = startVisit(modelId, undefined, undefined);
  for (const by of [0, -DAY, DAY]) {
    set(by);
    await loadVersions(visit, fakeClient({ modelVersions }), () => {});
  }
  expect(modelVersions).toHaveBeenCalledOnce();
});

it('a fact from the future counts as new', () => {
  expect(ageWords({ asOf: Date.now() + DAY }, { now: Date.now(), isOnline: true })).toBe('');
  expect(ageWords({ asOf: Date.now() + DAY }, { now: Date.now(), isOnline: false })).toBe('as of \u2068just now\u2069');
});
