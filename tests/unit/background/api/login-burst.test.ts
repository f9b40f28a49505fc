import { describe, expect, it, vi } from 'vitest';
import { createLoginBursts } from '@/entrypoints/background/api/login/login-burst';
import type { ApiResult } from '@/entrypoints/background/api/result';
import type { SiteUser } from '@/entrypoints/background/api/schemas/user-schemas';

const ADA = { userId: 3, username: 'ada' };
const EVE = { userId: 4, username: 'eve' };
const CHANGED = { ok: false, problem: { kind: 'login-changed' } };

/** A site at which `logins` are logged in one after the other, one for each question; the last one stays. */
function start(logins: (SiteUser | null)[], expected: number | undefined = ADA.userId) {
  const found = vi.fn(async () => {});
  const clock = { now: 0 };
  const siteUser = vi.fn(async (): Promise<ApiResult<SiteUser | null>> => {
    const user = logins.length > 1 ? logins.shift() : logins[0];
    return { ok: true, value: user ?? null };
  });
  const inBurst = createLoginBursts({ siteUser, expectedUser: async () => expected, found, now: () => clock.now });
  const read = vi.fn(async (): Promise<ApiResult<string>> => ({ ok: true, value: 'vault' }));
  return { inBurst, siteUser, found, read, clock };
}

describe('reads with the site’s login', () => {
  it('count if the same user was logged in before and after', async () => {
    const { inBurst, siteUser, read } = start([ADA]);
    expect(await inBurst(read)).toEqual({ ok: true, value: 'vault' });
    expect(siteUser).toHaveBeenCalledTimes(2);
  });

  it('of one moment share the two questions', async () => {
    const { inBurst, siteUser, read } = start([ADA]);
    const answers = await Promise.all([inBurst(read), inBurst(read), inBurst(read)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect([siteUser.mock.calls.length, read.mock.calls.length]).toEqual([2, 3]);
  });

  it.each([
    ['nobody', null],
    ['another user', EVE],
  ])('are not even sent while %s is logged in', async (_, user) => {
    const { inBurst, read, found } = start([user]);
    expect(await inBurst(read)).toMatchObject(CHANGED);
    expect(read).not.toHaveBeenCalled();
    expect(found).toHaveBeenCalledWith(user);
  });

  it.each([
    ['nobody', null],
    ['another user', EVE],
  ])('are dropped, all of them, if %s is logged in after them', async (_, user) => {
    const { inBurst, found, read } = start([ADA, user]);
    const answers = await Promise.all([inBurst(read), inBurst(read)]);
    expect(answers).toMatchObject([CHANGED, CHANGED]);
    expect(found).toHaveBeenLastCalledWith(user);
  });

  it('are dropped if the user changes between two of a burst', async () => {
    const logins: (SiteUser | null)[] = [ADA];
    const { inBurst } = start(logins);
    const answers = await Promise.all([
      inBurst(async () => ({ ok: true, value: 'of ada' })),
      inBurst(async () => {
        logins[0] = EVE;
        return { ok: true, value: 'of eve' };
      }),
    ]);
    expect(answers).toMatchObject([CHANGED, CHANGED]);
  });

  it('are dropped if the site doesn’t say who is logged in after them', async () => {
    const { inBurst, siteUser, read } = start([ADA]);
    siteUser.mockResolvedValueOnce({ ok: true, value: ADA });
    siteUser.mockResolvedValueOnce({ ok: false, problem: { kind: 'site-error' }, sent: 'answered' });
    expect(await inBurst(read)).toMatchObject({ ok: false, problem: { kind: 'site-error' } });
  });

  it('go nowhere once the session is over', async () => {
    const { inBurst, siteUser, read } = start([ADA], -1);
    const over = createLoginBursts({
      siteUser,
      expectedUser: async () => undefined,
      found: async () => {},
      now: () => 0,
    });
    expect(await over(read)).toMatchObject({ ok: false, problem: { kind: 'not-signed-in' } });
    expect(siteUser).not.toHaveBeenCalled();
    expect(await inBurst(read)).toMatchObject(CHANGED);
  });

  it('that come while a long burst goes on begin one of their own', async () => {
    const { inBurst, siteUser, read, clock } = start([ADA]);
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    const long = inBurst(() => ended.then(read));
    clock.now = 3_000;
    expect((await inBurst(read)).ok).toBe(true);
    expect(siteUser).toHaveBeenCalledTimes(3);
    end();
    expect((await long).ok).toBe(true);
  });
});
