// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models/7" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import { createModelPage } from '@/entrypoints/civitai.content/model-page/model-page';
import type { PressableView } from '@/entrypoints/civitai.content/model-page/vault-button';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { fail, ok, type Problem } from '@/utils/problem';

const [modelId, versionId] = [7, 30];
if (!isModelId(modelId) || !isVersionId(versionId)) throw new Error('not an id');
const list = { modelId, modelName: 'Amber', versions: [{ versionId, versionName: 'v1' }] };

/** A model page that has come without data of its own, as after a client navigation. */
const PAGE = `<h1>Amber</h1>
  <div class="mantine-Card-root"><button aria-label="Share"></button></div>
  <div class="mantine-ScrollArea-root"><button aria-label="Scroll versions left"></button>
    <button class="mantine-Button-root" data-size="compact-sm">v1</button></div>
  <a href="/models/7/reviews?modelVersionId=30">5 reviews</a>`;

let ending = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  document.body.innerHTML = PAGE;
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

/** Opens the page while the look-up fails with `problem`. */
const openFailing = async (problem: Problem) => {
  const modelVersions = vi.fn<Client['modelVersions']>(async () => fail(problem));
  const shown: { view?: PressableView | undefined; marks: number } = { marks: 0 };
  const client = fakeClient({ modelVersions, fact: () => ({ versionId, state: 'in', asOf: 1 }) });
  const parts = {
    client,
    pageData: { versionsOf: () => undefined, siteUserId: () => undefined },
    intents: createIntents(
      client,
      { say: () => {}, warn: () => {}, propose: () => {} },
      () => {},
      () => undefined,
    ),
    marks: {
      draw(marks: readonly unknown[]) {
        shown.marks = marks.length;
      },
    },
    button: {
      show(_card: HTMLElement, view: PressableView) {
        shown.view = view;
      },
      hide() {
        shown.view = undefined;
      },
    },
    connect: { show: () => {}, hide: () => {} },
    login: { invitationFor: () => ({ label: '', hint: '', press: () => {} }) },
    say: () => {},
    sayKept: () => {},
    openVersions: () => {},
  };
  const page = createModelPage(parts, ending.signal);
  page.urlChanged();
  await vi.advanceTimersByTimeAsync(2_000);
  return { page, modelVersions, shown };
};
const heal = (modelVersions: { mockImplementation(next: Client['modelVersions']): unknown }) =>
  modelVersions.mockImplementation(async () => ok(list));

describe('a model page whose versions could not be looked up', () => {
  it('says why where the button would be, and to the popup', async () => {
    const { page, modelVersions, shown } = await openFailing({ kind: 'timed-out' });
    expect(modelVersions).toHaveBeenCalledTimes(1);
    expect(shown.view).toMatchObject({ label: 'Not known', versionId: undefined, isDisabled: false });
    expect(shown.view?.hint).toContain('Civitai took too long to answer.');
    expect(page.describe()).toMatchObject({
      versions: 0,
      problem: 'Vaulted couldn’t look up this model’s versions. Civitai took too long to answer.',
    });
  });

  it('asks again by itself, and shows them then', async () => {
    const { page, modelVersions, shown } = await openFailing({ kind: 'timed-out' });
    heal(modelVersions);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(modelVersions).toHaveBeenCalledTimes(2);
    expect([shown.marks, shown.view?.label, page.describe().problem]).toEqual([1, 'In vault', undefined]);
  });

  it('asks again when the user comes back to the page, and when the button is pressed', async () => {
    const { page, modelVersions, shown } = await openFailing({ kind: 'site-error' });
    page.urlChanged();
    await vi.advanceTimersByTimeAsync(10);
    expect(modelVersions).toHaveBeenCalledTimes(2);
    heal(modelVersions);
    shown.view?.press(document.body);
    expect(shown.view).toMatchObject({ label: 'Checking…', isDisabled: true });
    await vi.advanceTimersByTimeAsync(10);
    expect(modelVersions).toHaveBeenCalledTimes(3);
    expect(shown.marks).toBe(1);
  });

  it('keeps to the pause that the site asked for', async () => {
    const until = Date.now() + 60_000;
    const { page, modelVersions, shown } = await openFailing({ kind: 'limited', until });
    page.urlChanged();
    await vi.advanceTimersByTimeAsync(50_000);
    expect(modelVersions).toHaveBeenCalledTimes(1);
    expect(shown.view?.isDisabled).toBe(true);
    heal(modelVersions);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([modelVersions.mock.calls.length, shown.marks]).toEqual([2, 1]);
  });

  it('asks nothing more by itself in a hidden tab, until it is visible again', async () => {
    const isSeen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const { page, modelVersions } = await openFailing({ kind: 'timed-out' });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(modelVersions).toHaveBeenCalledTimes(1);
    isSeen.mockRestore();
    page.urlChanged();
    expect(modelVersions).toHaveBeenCalledTimes(2);
  });

  it.each(['blocked', 'region-blocked', 'host-not-granted'] as const)(
    'doesn’t ask again by itself where the site refuses (%s)',
    async kind => {
      const { modelVersions } = await openFailing({ kind });
      await vi.advanceTimersByTimeAsync(600_000);
      expect(modelVersions).toHaveBeenCalledTimes(1);
    },
  );

  it('doesn’t ask again by itself for a model that isn’t on the public list', async () => {
    const { modelVersions, shown } = await openFailing({ kind: 'not-available', obstacle: 'gone' });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(modelVersions).toHaveBeenCalledTimes(1);
    expect(shown.view?.hint).toContain('Reload the page');
  });
});
