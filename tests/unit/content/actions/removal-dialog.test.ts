// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { confirmRemoval } from '@/entrypoints/civitai.content/actions/removal-dialog';
import { readRemovalFacts } from '@/entrypoints/civitai.content/actions/removal-facts';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { plain } from '@/tests/unit/support/plain';
import { rootOf } from '@/tests/unit/support/root-of';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';

const [versionId, modelId, otherModel] = [30, 7, 8];
if (!isVersionId(versionId) || !isModelId(modelId) || !isModelId(otherModel)) throw new Error('not an id');
const lookedUp = { versionId, modelId, modelName: 'Amber', versionName: 'v1.0', availability: 'everyone' } as const;
const asked = { session: 's', versionId, modelId };
/** Nothing speaks against a confirmation in the page. */
const foreseeRemoval = async () => ok({});
const unanswered = fail({ kind: 'offline' });

let ending = new AbortController();
afterEach(() => ending.abort());

/** Opens the dialog on a page that calls the version "here of Planted". Returns its words, and whether it can remove. */
const open = async (says: Partial<Client>) => {
  ending = new AbortController();
  const facts = readRemovalFacts(fakeClient({ foreseeRemoval, ...says }), asked);
  void confirmRemoval({ modelName: 'Planted', versionName: 'here', versionId, sizeKb: 2048 }, facts, ending.signal);
  const root = rootOf(document.querySelector('[data-vaulted-ui="dialog"]'));
  const text = (part: string) => root?.querySelector(`.${part}`)?.textContent ?? '';
  const before = text('version');
  await vi.waitFor(() => expect(text('risk')).not.toContain('Looking up'));
  const remove = root?.querySelector<HTMLButtonElement>('.remove');
  return { before, version: text('version'), risk: text('risk'), canRemove: remove?.disabled === false };
};

describe('the removal dialog', () => {
  it('names what Civitai says that the version is, before anything can be removed', async () => {
    const { before, version, canRemove } = await open({ versionAvailability: async () => ok(lookedUp) });
    expect(before).toBe('here of Planted · 2\u00a0MB');
    expect(version).toBe('v1.0 of Amber · 2\u00a0MB');
    expect(canRemove).toBe(true);
  });

  it('gives way where the worker foresees that no press here would do, before anything can be pressed', async () => {
    ending = new AbortController();
    const foreseen = { foreseeRemoval: async () => ok({ elsewhere: 'risk' } as const) };
    const facts = readRemovalFacts(fakeClient(foreseen), asked);
    const ended = confirmRemoval({ modelName: 'Amber', versionName: 'v1' }, facts, ending.signal);
    expect(await ended).toMatchObject({ kind: 'elsewhere' });
    expect(document.querySelector('[data-vaulted-ui="dialog"]')).toBeNull();
  });

  it.each([
    ['is offered to all', ok(lookedUp), undefined],
    ['is gone', ok({ versionId, availability: 'gone' } as const), 'risk'],
    ['can’t be looked up', unanswered, 'risk'],
  ])('goes by the site where the worker foresees nothing: a version that %s', async (_, answer, elsewhere) => {
    const facts = await readRemovalFacts(fakeClient({ versionAvailability: async () => answer }), asked);
    expect(facts.elsewhere).toBe(elsewhere);
  });

  it.each([
    ['is gone', ok({ versionId, availability: 'gone' } as const)],
    ['can’t be looked up', unanswered],
  ])('names what the vault kept of a version that %s', async (_, answer) => {
    const itemNames = async () => ok({ modelId, modelName: 'Kept amber', versionName: 'v0.9' });
    const { version, canRemove } = await open({ versionAvailability: async () => answer, itemNames });
    expect([version, canRemove]).toEqual(['v0.9 of Kept amber · 2\u00a0MB', true]);
  });

  it('keeps the page’s words where neither Civitai nor the vault has better ones', async () => {
    const { version, canRemove } = await open({ versionAvailability: async () => unanswered });
    expect([version, canRemove]).toEqual(['here of Planted · 2\u00a0MB', true]);
  });

  it('has no other name for a version than its number while it is looked up, and where that fails', async () => {
    ending = new AbortController();
    const facts = readRemovalFacts(fakeClient({ versionAvailability: async () => ok(lookedUp) }), asked);
    const removal = { modelId, versionId };
    void confirmRemoval(removal, facts, ending.signal);
    const words = () =>
      rootOf(document.querySelector('[data-vaulted-ui="dialog"]'))?.querySelector('.version')?.textContent;
    expect(plain(words() ?? '')).toBe('Version 30 of Model 7');
    await expect.poll(words).toBe('v1.0 of Amber');
  });

  it('removes nothing that the page takes for another model’s', async () => {
    const { version, risk, canRemove } = await open({
      versionAvailability: async () => ok({ ...lookedUp, modelId: otherModel }),
    });
    expect([version, canRemove]).toEqual(['v1.0 of Amber · 2\u00a0MB', false]);
    expect(risk).toContain('another model');
  });

  it('removes nothing of another model that only the vault still knows', async () => {
    const { version, canRemove } = await open({
      versionAvailability: async () => ok({ versionId, availability: 'gone' }),
      itemNames: async () => ok({ modelId: otherModel, modelName: 'Kept amber', versionName: 'v0.9' }),
    });
    expect([version, canRemove]).toEqual(['v0.9 of Kept amber · 2\u00a0MB', false]);
  });

  it('goes by the version alone where the page names no model', async () => {
    const facts = await readRemovalFacts(fakeClient({ versionAvailability: async () => ok(lookedUp) }), {
      ...asked,
      modelId: undefined,
    });
    expect(facts.isOtherModel).toBe(false);
  });
});

describe('a version that the vault holds more than once', () => {
  const open = (isDuplicated: boolean): HTMLDialogElement => {
    ending = new AbortController();
    const facts = Promise.resolve({ availability: 'everyone', isOtherModel: false } as const);
    void confirmRemoval(
      { modelName: 'Amber', versionName: 'v1', versionId, sizeKb: 1024, isDuplicated },
      facts,
      ending.signal,
    );
    return rootOf(document.querySelector('[data-vaulted-ui="dialog"]'))?.querySelector('dialog') ?? expect.fail();
  };

  it('goes with every copy, and the dialog says so', () => {
    const dialog = open(true);
    expect(dialog.querySelector('.version')?.textContent).toBe('v1 of Amber · 1\u00a0MB each');
    expect(dialog.querySelector('.copies')?.textContent).toMatch(/more than once.*removes every copy/);
    const ids = dialog.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map(id => dialog.querySelector(`#${id}`)?.className)).toEqual(['version', 'copies', 'risk']);
  });

  it('is not mentioned where there is one copy', () => {
    expect(open(false).querySelector('.copies')).toBeNull();
  });
});
