// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import { createLocalActivity } from '@/entrypoints/civitai.content/actions/local-activity';
import { createUndoProposal } from '@/entrypoints/civitai.content/actions/undo-removal';
import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { version } from '@/tests/unit/background/api/ids';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { fail, ok, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

const versionId = version(30);
const named = { modelName: 'Amber', versionName: 'v1.0' };
const inGrace: VersionFact = {
  ...{ versionId, state: 'in', asOf: 1 },
  activity: { target: 'out', phase: 'grace', since: 1, until: 9 },
};

/** A press of something whose removal can be taken back, and what the worker answers. */
async function press(answer: Result<(typeof versionId)[]>) {
  const toast = { say: vi.fn<(text: string) => void>(), warn: vi.fn(), propose: vi.fn() };
  const undoRemoval = vi.fn<Client['undoRemoval']>(async () => answer);
  const submit = vi.fn<Client['submit']>(async () => fail({ kind: 'unexpected' }));
  const client = fakeClient({ undoRemoval, submit, fact: () => inGrace });
  const intents = createIntents(
    client,
    toast,
    () => {},
    () => undefined,
  );
  intents.press(named, versionId, inGrace, new AbortController().signal);
  await vi.waitFor(() => expect(undoRemoval).toHaveBeenCalledWith('s', versionId));
  await Promise.resolve();
  expect(submit).not.toHaveBeenCalled();
  return toast;
}

describe('a press of what is about to be removed', () => {
  it('keeps it, and says so', async () => {
    const { say } = await press(ok([versionId]));
    expect(say).toHaveBeenCalledWith('\u2068v1.0\u2069 of \u2068Amber\u2069 stays in your vault.');
  });

  it('says where it was too late', async () => {
    const { say } = await press(ok([]));
    expect(say.mock.calls[0]?.[0]).toMatch(/too late to keep/);
  });

  it('says why the worker could not be asked', async () => {
    const { warn } = await press(fail({ kind: 'unexpected' }));
    expect(warn).toHaveBeenCalledOnce();
  });
});

describe('the offer to take a removal back', () => {
  it('comes once, and goes as soon as that is over, wherever it was ended', () => {
    let fact: VersionFact = { versionId, state: 'in', asOf: 1 };
    const propose = vi.fn<Toast['propose']>();
    const client = fakeClient({ fact: () => fact });
    const proposal = createUndoProposal({
      client,
      toast: { say: vi.fn(), warn: vi.fn(), propose },
      locals: createLocalActivity(client),
      changed: () => {},
      pointer: () => undefined,
    });
    proposal.expect(named, versionId);
    proposal.update();
    expect(propose).not.toHaveBeenCalled();
    fact = inGrace;
    proposal.update();
    proposal.update();
    expect(propose).toHaveBeenCalledOnce();
    const over = propose.mock.calls[0]?.[3];
    expect(over?.aborted).toBe(false);
    fact = { ...inGrace, activity: { target: 'out', phase: 'sending', since: 1 } };
    proposal.update();
    expect(over?.aborted).toBe(true);
  });
});
