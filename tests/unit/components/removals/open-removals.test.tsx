// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenRemovals } from '@/components/removals/open-removals';
import { version } from '@/tests/unit/background/api/ids';
import { click, control, mount, words } from '@/tests/unit/components/mount';
import { createHost, NOW } from '@/tests/unit/popup/host/fake-host';
import type { OpenRemoval } from '@/utils/messages/protocol';
import { ok } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const named = { modelName: 'WAI', versionName: 'v16.0' };

function waiting(n: number, changes: Partial<VersionFact> = {}): OpenRemoval {
  const activity = { target: 'out', phase: 'grace', since: NOW, until: NOW + 7_600 } as const;
  return { ...named, fact: { versionId: version(n), state: 'in', asOf: 1, activity, ...changes } };
}

async function open(...removals: OpenRemoval[]) {
  const { host, announce } = createHost();
  host.readRemovals.mockResolvedValue(ok({ session: 's', removals }));
  const timed = { ...host, now: () => Date.now() };
  const root = await mount(<OpenRemovals host={timed} />);
  const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await pass(0);
  return { host, announce, root, pass };
}

describe('the removals that can be undone', () => {
  it('are nothing where there are none', async () => {
    const { root } = await open();
    expect(root.textContent).toBe('');
  });

  it('count down by the second, and say when it is time', async () => {
    const { root, pass } = await open(waiting(7));
    expect(words(root)).toContain('Removing in 8 s');
    expect(words(root)).toContain('v16.0 of WAI');
    await pass(1_000);
    expect(words(root)).toContain('Removing in 7 s');
    await pass(8_000);
    expect(words(root)).toContain('Removing…');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are taken back or sent together', async () => {
    const { host, root } = await open(waiting(7), waiting(8));
    expect(words(root)).toContain('Removing 2 versions in 8 s');
    await click(control(root, 'Undo all'));
    await click(control(root, 'Remove now'));
    expect(host.changeRemovals.mock.calls).toEqual([
      ['s', [7, 8], 'undo'],
      ['s', [7, 8], 'now'],
    ]);
  });

  it('follow the worker', async () => {
    const { host, announce, root, pass } = await open(waiting(7));
    host.readRemovals.mockResolvedValue(ok({ session: 's', removals: [] }));
    announce({ announce: 'facts', session: 's', facts: [] });
    await pass(200);
    expect(root.textContent).toBe('');
  });

  it('name those that were not sent, until the user has read it', async () => {
    const { activity: _, ...fact } = waiting(7).fact;
    const { host, root } = await open({ ...named, fact: { ...fact, problem: { kind: 'removal-unsent' } } });
    expect(words(root)).toMatch(/v16\.0 of WAI.*wasn’t removed: the browser was closed/);
    await click(control(root, 'OK'));
    expect(host.changeRemovals).toHaveBeenCalledWith('s', [7], 'undo');
  });
});
