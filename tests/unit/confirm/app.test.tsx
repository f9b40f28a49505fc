// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfirmHost } from '@/entrypoints/confirm/host/confirm-host';
import { App } from '@/entrypoints/confirm/page/app';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { version } from '@/tests/unit/background/api/ids';
import { control, find, mount, words } from '@/tests/unit/components/mount';
import type { RemovalQuestion, WhyAsked } from '@/utils/messages/own-ground';
import { fail, ok } from '@/utils/problem';

const NOW = Date.UTC(2026, 10, 26);
const FRAME_MS = 50;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function open(why: WhyAsked, changes: Partial<ConfirmHost> = {}) {
  const names = { modelName: 'WAI', versionName: 'v16.0', sizeKb: 2048 };
  const question: RemovalQuestion = { versionId: version(7), why, expiresAt: NOW + 60_000, ...names };
  const host = {
    readQuestion: vi.fn<ConfirmHost['readQuestion']>(async () => ok(question)),
    readVerdict: vi.fn<ConfirmHost['readVerdict']>(async () => ok({ can: true })),
    answer: vi.fn<ConfirmHost['answer']>(async isRemoved => ok({ isRemoved })),
    undo: vi.fn(async () => {}),
    close: vi.fn(),
    now: () => Date.now(),
    ...changes,
  };
  const root = await mount(<App host={host} />);
  const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await pass(0);
  // What is drawn has its effects in the next frame.
  await pass(FRAME_MS);
  return { host, root, pass };
}

/** A press as the user's: scripts can't make one. */
async function press(element: HTMLElement): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(async () => void element.dispatchEvent(event));
}

const GONE: WhyAsked = { kind: 'not-offered', availability: 'gone' };

describe('the question about a removal', () => {
  it('names the version, says why it is asked here, and begins on “Keep”', async () => {
    const { root, host } = await open(GONE);
    expect(words(find(root, '#version'))).toBe('v16.0 of WAI · 2 MB');
    expect(words(find(root, '#risk'))).toMatch(/no longer has this version.*may be the only copy/);
    expect(document.activeElement).toBe(control(root, 'Keep in vault'));
    // The worker has looked already.
    expect(host.readVerdict).not.toHaveBeenCalled();
  });

  it('takes no press within 700 ms of each focus, none of a script, and then one', async () => {
    const { root, host, pass } = await open(GONE);
    const remove = () => control(root, 'Remove anyway');
    await pass(600);
    await press(remove());
    expect(remove().getAttribute('aria-disabled')).toBe('true');
    await pass(100);
    await act(async () => remove().click());
    expect(host.answer).not.toHaveBeenCalled();
    await act(async () => void dispatchEvent(new Event('focus')));
    await pass(699);
    await press(remove());
    expect(host.answer).not.toHaveBeenCalled();
    await pass(1);
    await press(remove());
    expect(host.answer).toHaveBeenCalledExactlyOnceWith(true);
    await pass(0);
    expect(words(root)).toContain('It was removed from your vault.');
  });

  it('looks up first what the worker has not judged, and removes nothing until it knows', async () => {
    const gate = createGate();
    const readVerdict = async () => {
      await gate.opened;
      return ok({ can: true as const });
    };
    const answer = vi.fn<ConfirmHost['answer']>(() => new Promise(() => {}));
    const { root, host, pass } = await open({ kind: 'press' }, { readVerdict, answer });
    await pass(5_000);
    await press(control(root, 'Remove anyway'));
    expect(host.answer).not.toHaveBeenCalled();
    gate.open();
    await pass(0);
    await press(control(root, 'Remove'));
    expect(host.answer).toHaveBeenCalledExactlyOnceWith(true);
    // While it is being removed the button stays what it was.
    expect([...root.querySelectorAll('button')].map(words)).toEqual(['Undo', 'Remove']);
  });

  it('takes a look-up that fails for a risk', async () => {
    const { root } = await open({ kind: 'many' }, { readVerdict: async () => fail({ kind: 'offline' }) });
    expect(words(find(root, '#risk'))).toMatch(/isn’t known whether.*may be the only copy/);
  });

  it('keeps it on “Keep”, and closes', async () => {
    const { root, host } = await open(GONE);
    await press(control(root, 'Keep in vault'));
    expect(host.answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(host.close).toHaveBeenCalledOnce();
  });

  it('is over after a minute', async () => {
    const { root, pass } = await open(GONE);
    await pass(60_000);
    expect(words(root)).toContain('Nothing was removed.');
    expect(root.querySelector('.confirm-remove')).toBeNull();
  });

  it('that the worker doesn’t know any more is over at once, and may have been answered', async () => {
    const { root } = await open(GONE, { readQuestion: async () => fail({ kind: 'removal-expired' }) });
    expect(words(root)).toMatch(/no longer open\. If you had already confirmed.*history in Vaulted’s popup or/);
    expect(words(root)).not.toContain('Nothing was removed');
    expect(words(find(root, 'h1'))).toBe('Vaulted');
  });

  it('says why nothing came of it, with the place where it can be done', async () => {
    const problem = { kind: 'removal-refused', obstacle: 'gone' } as const;
    const { root, pass } = await open(GONE, { answer: async () => fail(problem) });
    await pass(700);
    await press(control(root, 'Remove anyway'));
    await pass(0);
    expect(words(root)).toMatch(/Vaulted can’t remove it/);
    expect(find<HTMLAnchorElement>(root, 'a').href).toBe('https://civitai.com/user/vault');
  });
});
