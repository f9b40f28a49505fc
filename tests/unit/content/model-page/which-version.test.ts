// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models/7" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import { createModelPage } from '@/entrypoints/civitai.content/model-page/model-page';
import type { PressableView } from '@/entrypoints/civitai.content/model-page/vault-button';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { isModelId, isVersionId, type VersionId } from '@/utils/civitai/ids';
import { ok } from '@/utils/problem';
import type { ModelVersions } from '@/utils/vault/version-availability';

const [modelId, newer, older] = [7, 31, 30];
if (!isModelId(modelId) || !isVersionId(newer) || !isVersionId(older)) throw new Error('not an id');
const listOf = (...versions: [VersionId, string][]): ModelVersions => ({
  modelId,
  modelName: 'Amber',
  versions: versions.map(([versionId, versionName]) => ({ versionId, versionName })),
});
// "Final" was the older one; then it was renamed, and a newer one took its name.
const BEFORE = listOf([older, 'Final']);
const NOW = listOf([newer, 'Final'], [older, 'Old']);

const ACTIVE = 'style="--button-bg: var(--mantine-color-blue-filled)"';
/** The page with these names in its list; the first is on screen. */
const pageOf = (names: readonly string[], links = '') => `<h1>Amber</h1>
  <div class="mantine-Card-root"><button aria-label="Share"></button></div>
  <div class="mantine-ScrollArea-root"><button aria-label="Scroll versions left"></button>${names
    .map(
      (name, at) => `<button class="mantine-Button-root" data-size="compact-sm" ${at ? '' : ACTIVE}>${name}</button>`,
    )
    .join('')}</div>${links}`;
const DOWNLOAD = `<a href="/api/download/models/${newer}"></a>`;

let ending = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  ending = new AbortController();
  history.replaceState(null, '', '/models/7');
  document.documentElement.className = '';
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const ignore = (): void => {};

type Opening = { html: string; own?: ModelVersions; found?: ModelVersions; anew?: ModelVersions };

/** Opens the page. `own`: its own data; `found` and `anew`: what the worker has, and what it finds when it looks again. */
const open = async ({ html, own, found = NOW, anew = found }: Opening, ms = 2_000) => {
  document.body.innerHTML = html;
  const modelVersions = vi.fn<Client['modelVersions']>(async (_, isFresh) => ok(isFresh ? anew : found));
  const submit = vi.fn<Client['submit']>(async ({ versionId }) => ok({ versionId, state: 'pending', asOf: 2 }));
  const client = fakeClient({ modelVersions, submit, fact: versionId => ({ versionId, state: 'out', asOf: 1 }) });
  const shown: { view?: PressableView; marks: (number | undefined)[] } = { marks: [] };
  const [openVersions, say] = [vi.fn(), vi.fn()];
  const page = createModelPage(
    {
      client,
      pageData: { versionsOf: asked => (own?.modelId === asked ? own : undefined), siteUserId: () => undefined },
      intents: createIntents(client, { say, warn: ignore, propose: ignore }, ignore, () => undefined),
      marks: {
        draw(marks) {
          shown.marks = marks.map(mark => mark.versionId);
        },
      },
      button: {
        show(_card, view) {
          shown.view = view;
        },
        hide: ignore,
      },
      connect: { show: ignore, hide: ignore },
      login: { invitationFor: () => ({ label: '', hint: '', press: ignore }) },
      ...{ openVersions, say, sayKept: ignore },
    },
    ending.signal,
  );
  page.urlChanged();
  await vi.advanceTimersByTimeAsync(ms);
  const press = async (): Promise<(VersionId | undefined)[]> => {
    shown.view?.press(document.body);
    await vi.advanceTimersByTimeAsync(10);
    return submit.mock.calls.map(([intent]) => intent.versionId);
  };
  return { page, modelVersions, shown, openVersions, say, press };
};

describe('a name that was given to another version', () => {
  it('on a direct load stands for what the page’s own data say', async () => {
    const { shown, press, ...calls } = await open({ html: pageOf(['Final', 'Old']), own: NOW, found: BEFORE });
    shown.view?.ask?.(document.body);
    expect(calls.openVersions.mock.calls).toMatchObject([[{ target: { versionId: newer } }, {}, true]]);
    expect([shown.marks, await press()]).toEqual([[newer, older], [newer]]);
    expect(calls.modelVersions).not.toHaveBeenCalled();
  });

  it('after a client navigation stands for what a link of the page says, and the list is looked up anew', async () => {
    const { page, shown, press } = await open({ html: pageOf(['Final', 'Old'], DOWNLOAD), found: BEFORE, anew: NOW });
    expect([page.onScreen()?.versionId, shown.marks, await press()]).toEqual([newer, [newer, older], [newer]]);
  });

  it('stands for what the address says once that has settled', async () => {
    history.replaceState(null, '', `/models/7?modelVersionId=${newer}`);
    const { page, press } = await open({ html: pageOf(['Final', 'Old']), found: BEFORE, anew: BEFORE });
    expect([page.onScreen()?.versionId, await press()]).toEqual([newer, [newer]]);
  });

  it('stands for nothing where the page doesn’t say which: the button asks, and the official one is let through', async () => {
    const { page, shown, openVersions, press } = await open({ html: pageOf(['Final', 'Old']), found: BEFORE });
    expect(shown.view).toMatchObject({ label: 'Which version?', versionId: undefined, isDisabled: false });
    expect([page.onScreen(), await press()]).toEqual([undefined, []]);
    expect(openVersions).toHaveBeenCalledExactlyOnceWith({ target: { modelId }, name: 'Amber' }, document.body);
  });

  it('is not acted on before the page had the time to say which, and that is said', async () => {
    const { shown, say, press } = await open({ html: pageOf(['Final', 'Old']), found: BEFORE }, 500);
    expect(shown.view).toMatchObject({ label: 'Checking…', isDisabled: true });
    expect(await press()).toEqual([]);
    expect(say).toHaveBeenCalledWith('Vaulted is finding out which version this page shows.');
  });
});

describe('what the page’s own data said on its first visit', () => {
  it('says nothing of a later one', async () => {
    const { page, modelVersions } = await open({ html: pageOf(['Final']), own: BEFORE });
    expect(modelVersions).not.toHaveBeenCalled();
    for (const path of ['/models/8', '/models/7']) {
      history.replaceState(null, '', path);
      page.urlChanged();
    }
    expect(modelVersions).toHaveBeenLastCalledWith(modelId, false);
  });
});

describe('a page that a browser translates', () => {
  it('keeps marks and button, by position', async () => {
    const { page, shown } = await open({ html: pageOf(['Final', 'Old']), own: NOW });
    document.documentElement.className = 'translated-ltr';
    for (const [at, button] of [...document.querySelectorAll('[data-size]')].entries()) {
      button.innerHTML = `<font><font>${['Alt', 'Alt'][at]}</font></font>`;
    }
    const [heading] = document.getElementsByTagName('h1');
    if (heading) heading.innerHTML = '<font>Bernstein</font>';
    page.update();
    expect([shown.marks, shown.view?.versionId, page.onScreen()?.versionId]).toEqual([[newer, older], newer, newer]);
  });
});
