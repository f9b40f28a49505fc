// @vitest-environment happy-dom

import { afterEach, expect, it, vi } from 'vitest';
import { createMenu } from '@/entrypoints/civitai.content/menu/menu';
import { model, version } from '@/tests/unit/background/api/ids';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { rootOf } from '@/tests/unit/support/root-of';
import { fail } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

const versionId = version(30);
const marked = { target: { modelId: model(12), versionId }, name: 'Amber' };
const refused = async () => fail({ kind: 'unexpected' });
const OUT = 'This version is not in your vault.';

const ending = new AbortController();
afterEach(() => ending.abort());

it('a menu that a doubtful press opened says why, as long as nothing of it was added', () => {
  let fact: VersionFact = { versionId, state: 'out', asOf: Date.now() };
  const lookUps = { versionsOf: () => undefined, availabilityOf: () => undefined, model: refused, version: refused };
  const opener = document.body.appendChild(document.createElement('button'));
  const menu = createMenu(
    {
      client: fakeClient({ fact: () => fact }),
      lookUps: { ...lookUps, target: async () => undefined },
      intents: { overlay: (_, known) => known },
    },
    { version: () => {} },
    { attention: noAttention, warn: vi.fn(), choose: vi.fn(), client: fakeClient({}) },
    ending.signal,
  );
  const said = () => rootOf(document.querySelector('[data-vaulted-ui="menu"]'))?.querySelector('.meaning')?.textContent;
  menu.open(() => marked, opener, { focus: true, isAskingAgain: true });
  expect(said()).toMatch(/^Nothing was added yet\. Something on this page moved or covered .*not in your vault\.$/);
  fact = { ...fact, activity: { target: 'in', phase: 'sending', since: 1 } };
  menu.update();
  expect(said()).toBe(OUT);
  menu.close();
  fact = { versionId, state: 'out', asOf: Date.now() };
  menu.open(() => marked, opener, { focus: true });
  expect(said()).toBe(OUT);
});
