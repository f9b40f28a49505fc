import { describe, expect, it, vi } from 'vitest';
import { createLoginWay } from '@/entrypoints/civitai.content/model-page/connect/login-way';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import type { UsableLogin } from '@/utils/account/usable-login';
import { fail, ok, type Result } from '@/utils/problem';

const OUT = { kind: 'signed-out' } as const;

function start(login: Result<UsableLogin>) {
  const usableLogin = vi.fn(async () => login);
  const showWithLogin = vi.fn(async () => fail({ kind: 'login-refused' }));
  const [openSignIn, update, warn] = [vi.fn(), vi.fn(), vi.fn()];
  const client = fakeClient({ usableLogin, showWithLogin, openSignIn });
  const way = createLoginWay({ client, update, warn }, new AbortController().signal);
  const look = async () => {
    way.invitationFor(OUT);
    await Promise.resolve();
    await Promise.resolve();
    return way.invitationFor(OUT);
  };
  return { way, look, usableLogin, showWithLogin, openSignIn, update, warn };
}

describe('in the vault button’s place, while no account is signed in', () => {
  it('the vault is one press away where the worker sees a login', async () => {
    const { look, showWithLogin, openSignIn, update } = start(ok({ user: { username: 'ada' } }));
    const invitation = await look();
    expect(invitation.label).toBe('See your vault');
    expect(update).toHaveBeenCalledOnce();
    invitation.press();
    expect([showWithLogin.mock.calls.length, openSignIn.mock.calls.length]).toEqual([1, 0]);
  });

  it.each<[string, Result<UsableLogin>]>([
    ['no login', ok({})],
    ['no answer', fail({ kind: 'unexpected' })],
  ])('the way leads to a key where the worker sees %s', async (_, login) => {
    const { look, openSignIn, usableLogin } = start(login);
    const invitation = await look();
    expect(invitation.label).toBe('Connect Vaulted');
    invitation.press();
    expect(openSignIn).toHaveBeenCalledOnce();
    // Drawing doesn't ask again.
    expect(usableLogin).toHaveBeenCalledOnce();
  });

  it('a login that the site refuses is said once, and then the way leads to a key', async () => {
    const { look, way, warn } = start(ok({ user: {} }));
    (await look()).press();
    await vi.waitFor(() => expect(warn).toHaveBeenCalledWith({ kind: 'login-refused' }));
    expect(way.invitationFor(OUT).label).toBe('Connect Vaulted');
  });

  it('a tab that is logged in to another account says so, and asks for nothing', () => {
    const { way, usableLogin } = start(ok({ user: {} }));
    const { label, hint } = way.invitationFor({ ...OUT, isLogin: true, username: 'ada' });
    expect(label).toBe('Logged in as somebody else');
    expect(hint.replace(/[\u2068\u2069]/g, '')).toContain('the vault of ada only where');
    expect(usableLogin).not.toHaveBeenCalled();
  });
});
