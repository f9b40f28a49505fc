import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToken } from '@/entrypoints/background/account/token';
import { createHistory } from '@/entrypoints/background/history/history';
import { model, version } from '@/tests/unit/background/api/ids';
import { signIn } from '@/tests/unit/background/mirror/stage';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import type { Intent } from '@/utils/messages/protocol';
import { fail, ok, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

const DAY = 24 * 3_600_000;
const clock = { now: Date.UTC(2026, 10, 26) };
let session = '';

beforeEach(async () => {
  await freshStorage();
  session = await signIn();
});

const factOf = (changes: Partial<VersionFact> = {}): VersionFact => ({
  versionId: version(7),
  state: 'out',
  asOf: 1,
  ...changes,
});
const removal = (): Intent => ({ session, versionId: version(7), target: 'out', confirmedAt: clock.now });

/** A worker whose engine answers so, and knows that of each version. */
function start(answer: Result<VersionFact> = ok(factOf()), fact = factOf()) {
  const submit = vi.fn(async () => answer);
  const history = createHistory({
    engine: { submit, cachedFacts: async ids => ids.map(versionId => ({ ...fact, versionId })) },
    mirror: { itemNames: async () => ({ modelId: model(5), modelName: 'WAI', versionName: 'v16.0' }) },
    session: async () => ({ session }),
    now: () => clock.now,
  });
  return { history, submit, shown: async () => (await history.list(100)).entries };
}

describe('the history', () => {
  it('keeps what was removed, when, where, how large, and how it ended', async () => {
    const { history, shown } = start(ok(factOf()), factOf({ sizeKb: 300 }));
    await history.submit(removal(), 'site');
    expect(await shown()).toEqual([
      {
        ...{ id: 1, at: clock.now, versionId: 7, modelId: 5, modelName: 'WAI', versionName: 'v16.0', sizeKb: 300 },
        ...{ act: 'out', place: 'site', end: 'done', canAdd: true },
      },
    ]);
  });

  it('keeps why nothing came of it, the newest first', async () => {
    await start(fail({ kind: 'offline' })).history.submit(removal(), 'popup');
    const { history, shown } = start(ok(factOf({ state: 'pending' })), factOf({ state: 'pending' }));
    await history.submit({ session, versionId: version(7), target: 'in' }, 'vault-page');
    expect((await shown()).map(({ act, place, end, canAdd }) => [act, place, end, canAdd])).toEqual([
      ['in', 'vault-page', 'done', undefined],
      ['out', 'popup', { kind: 'offline' }, undefined],
    ]);
  });

  it('says of a removal that was taken back that the version was kept', async () => {
    const { history, shown } = start(ok(factOf({ state: 'in' })), factOf({ state: 'in' }));
    await history.submit(removal(), 'site');
    expect((await shown())[0]).toMatchObject({ act: 'out', end: 'undone' });
    expect((await shown())[0]).not.toHaveProperty('canAdd');
  });

  it('takes a page’s words only for what the vault doesn’t know yet', async () => {
    const named = { modelName: 'planted', versionName: 'planted' };
    const { history, shown } = start();
    await history.submit({ session, versionId: version(7), target: 'in', ...named }, 'site');
    expect((await shown())[0]).toMatchObject({ modelName: 'WAI', versionName: 'v16.0' });
  });

  it('of a worker that was killed meanwhile ends as the version’s state shows', async () => {
    const { history, submit } = start();
    submit.mockReturnValue(new Promise(() => {}));
    void history.submit(removal(), 'site');
    await vi.waitFor(() => expect(submit).toHaveBeenCalled());
    const endAs = async (fact: VersionFact) => (await start(undefined, fact).shown())[0]?.end;
    expect(await endAs(factOf({ activity: { target: 'out', phase: 'sending', since: 1 } }))).toBeUndefined();
    expect(await endAs(factOf({ state: 'unknown' }))).toBeUndefined();
    expect(await endAs(factOf())).toBe('done');
    expect(await endAs(factOf({ state: 'in' }))).toEqual({ kind: 'not-done', target: 'out' });
  });

  it('offers to add again what is out, at its last entry only', async () => {
    const { history, shown } = start();
    await history.submit(removal(), 'site');
    await history.submit(removal(), 'site');
    expect((await shown()).map(({ canAdd }) => canAdd)).toEqual([true, undefined]);
    expect((await start(undefined, factOf({ state: 'in' })).shown()).every(({ canAdd }) => !canAdd)).toBe(true);
  });

  it('lasts 90 days', async () => {
    const { history, shown } = start();
    await history.submit(removal(), 'site');
    clock.now += 90 * DAY - 1;
    await history.submit(removal(), 'site');
    expect(await shown()).toHaveLength(2);
    clock.now += 1;
    await history.submit(removal(), 'site');
    expect(await shown()).toHaveLength(2);
  });

  it('can be cleared, and goes with the account', async () => {
    const { history, shown } = start();
    await history.submit(removal(), 'site');
    await history.clear();
    expect(await shown()).toEqual([]);
    await history.submit(removal(), 'site');
    await clearToken();
    session = await signIn();
    expect(await shown()).toEqual([]);
  });

  it('stops nothing where it can’t be written', async () => {
    const { history, submit } = start();
    await clearToken();
    expect(await history.submit(removal(), 'site')).toMatchObject({ ok: true });
    expect(submit).toHaveBeenCalledOnce();
  });
});
