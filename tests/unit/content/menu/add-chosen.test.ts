import { expect, it } from 'vitest';
import { addChosen, type Step } from '@/entrypoints/civitai.content/menu/choice/add-chosen';
import { version } from '@/tests/unit/background/api/ids';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';

const chosen = [1, 2, 3, 4].map(id => ({ versionId: version(id), naming: {} }));

/** Adds all four; `problems`: what becomes of each. `onAdd` is called before each answer. */
async function run(problems: Readonly<Record<number, Problem>>, onAdd: (id: VersionId) => void = () => {}) {
  const sent: [VersionId, unknown][] = [];
  const steps: string[] = [];
  const stop = new AbortController();
  const add = async (_naming: unknown, id: VersionId, options: unknown) => {
    sent.push([id, options]);
    onAdd(id);
    return problems[id];
  };
  const tell = (id: VersionId, { kind }: Step) => void steps.push(`${id} ${kind}`);
  const running = addChosen(add, chosen, 'session-1', tell, stop.signal);
  return { sent, steps, stop, ending: await running };
}

it('adds each by an intent of its own, one after the other, of the sign-in under which it was chosen', async () => {
  const { sent, steps, ending } = await run({});
  const options = { isOfList: true, session: 'session-1' };
  expect(sent).toEqual([1, 2, 3, 4].map(id => [id, options]));
  expect(steps.slice(0, 4)).toEqual(['1 adding', '1 added', '2 adding', '2 added']);
  expect(ending).toEqual({ added: 4, left: 0 });
});

it('goes on after what is wrong with one version alone', async () => {
  const { steps, ending } = await run({ 2: { kind: 'not-available', obstacle: 'early-access' } });
  expect(steps).toContain('2 refused');
  expect(ending).toEqual({ added: 3, left: 0 });
});

it('sends nothing more once the vault is full, and says what is left', async () => {
  const full: Problem = { kind: 'over-quota', sizeKb: 5, freeKb: 1 };
  const { sent, steps, ending } = await run({ 2: full });
  expect(sent.map(([id]) => id)).toEqual([1, 2]);
  expect(steps.slice(-3)).toEqual(['2 refused', '3 left', '4 left']);
  expect(ending).toEqual({ added: 1, left: 2, stoppedBy: full });
});

it('stops where every version would meet the same', async () => {
  const { sent, ending } = await run({ 1: { kind: 'other-session' } });
  expect(sent).toHaveLength(1);
  expect(ending).toMatchObject({ added: 0, left: 3 });
});

it('lets the one under way end where the user stops, and leaves the rest', async () => {
  const stop = new AbortController();
  const add = async (_naming: unknown, id: VersionId) => {
    if (id === version(2)) stop.abort();
    return undefined;
  };
  expect(await addChosen(add, chosen, 's', () => {}, stop.signal)).toEqual({ added: 2, left: 2 });
});
