// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OnScreen } from '@/entrypoints/civitai.content/model-page/judge-click';
import { watchOfficialButton } from '@/entrypoints/civitai.content/model-page/official-button';
import { isVersionId } from '@/utils/civitai/ids';

const [versionId, other] = [30, 31];
if (!isVersionId(versionId) || !isVersionId(other)) throw new Error('not an id');

let ending = new AbortController();
beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  document.body.innerHTML = '<div><button aria-label="Add to Vault"></button></div>';
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const shown: OnScreen = {
  versionId,
  version: { modelName: 'Ink Circuit', versionName: 'Epoch 24' },
  fact: { versionId, state: 'out', asOf: 1 },
  isUnconfirmed: false,
  isSettling: false,
  ownership: 'same',
};

/** A page on which this version is on screen, or it isn't certain which. `click` says whether the site saw the click. */
const page = (first: OnScreen | undefined) => {
  const [button] = document.getElementsByTagName('button');
  if (!button) throw new Error('no button');
  const reactions = {
    onScreen: vi.fn(() => first),
    submitLabel: vi.fn(),
    markUncertain: vi.fn(),
    showFlipped: vi.fn(),
    checkAgain: vi.fn(),
    press: vi.fn(),
    say: vi.fn(),
  };
  watchOfficialButton(reactions, ending.signal);
  const click = (isTrusted = true): boolean => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    button.dispatchEvent(event);
    return !event.defaultPrevented;
  };
  const flip = async (label: string): Promise<void> => {
    button.setAttribute('aria-label', label);
    await vi.advanceTimersByTimeAsync(1);
  };
  return { reactions, click, flip };
};

it('shows the new state when the site’s own label does, and checks it once checks can be believed', async () => {
  const { reactions, click, flip } = page(shown);
  expect(click()).toBe(true);
  expect(reactions.markUncertain).toHaveBeenCalledWith(versionId, 'in');
  expect(reactions.showFlipped).not.toHaveBeenCalled();
  await flip('Remove from Vault');
  expect(reactions.showFlipped).toHaveBeenCalledExactlyOnceWith(versionId);
  expect(reactions.checkAgain).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(15_500);
  expect(reactions.checkAgain).toHaveBeenCalledExactlyOnceWith(versionId);
});

it('takes no other version’s label for an answer', async () => {
  const { reactions, click, flip } = page(shown);
  click();
  reactions.onScreen.mockReturnValue({ ...shown, versionId: other });
  await flip('Remove from Vault');
  expect(reactions.showFlipped).not.toHaveBeenCalled();
});

it('believes no label where it may be about another account’s vault', async () => {
  const { reactions, click, flip } = page({ ...shown, ownership: 'not-known' });
  expect(click()).toBe(true);
  await flip('Remove from Vault');
  expect(reactions.showFlipped).not.toHaveBeenCalled();
});

it('makes an intent that waits its turn of a click that takes it back', () => {
  const fact = { versionId, state: 'out', asOf: 5 } as const;
  const { reactions, click } = page({ ...shown, fact, isSettling: true });
  expect(click()).toBe(false);
  expect(reactions.press).toHaveBeenCalledExactlyOnceWith(shown.version, versionId, fact, ending.signal);
});

it('lets a click through untouched where it is not certain which version is on screen', async () => {
  const { reactions, click } = page(undefined);
  expect(click()).toBe(true);
  await vi.advanceTimersByTimeAsync(20_000);
  for (const react of [reactions.markUncertain, reactions.checkAgain, reactions.submitLabel])
    expect(react).not.toHaveBeenCalled();
});

it('leaves a script’s click to the site', () => {
  const { reactions, click } = page(shown);
  expect(click(false)).toBe(true);
  expect(reactions.markUncertain).not.toHaveBeenCalled();
});

it('lets every click through once an update has cut this script off', () => {
  const wrong: OnScreen = { ...shown, fact: { versionId, state: 'in', asOf: Date.now() + 60_000 } };
  const { reactions, click } = page(wrong);
  expect(click()).toBe(false);
  vi.stubGlobal('chrome', {});
  expect(click()).toBe(true);
  expect(reactions.submitLabel).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
