import { describe, expect, it } from 'vitest';
import { type VersionOnScreen, viewOfButton } from '@/entrypoints/civitai.content/views/button-view';
import { markState } from '@/entrypoints/civitai.content/views/fact-view';
import { markWords } from '@/entrypoints/civitai.content/views/mark-words';
import { plain } from '@/tests/unit/support/plain';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import type { VersionFact } from '@/utils/vault/membership';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const moment = { now: NOW, isOnline: true };

function version(more: Partial<VersionOnScreen> = {}): VersionOnScreen {
  const modelId = 7;
  const versionId = 30;
  if (!isModelId(modelId) || !isVersionId(versionId)) throw new Error('bad fixture');
  return { modelId, modelName: 'Some model', versionId, versionName: 'v3', ...more };
}

function fact(more: Partial<VersionFact>): VersionFact {
  const versionId = 30;
  if (!isVersionId(versionId)) throw new Error('bad fixture');
  return { versionId, state: 'out', asOf: NOW, ...more };
}

describe('viewOfButton', () => {
  it.each([
    ['in', 'In vault'],
    ['out', 'Add to vault'],
  ] as const)('says %s in words and names the version', (state, label) => {
    const view = viewOfButton(version(), fact({ state }), undefined, moment);
    expect(view).toMatchObject({ state, label, isDisabled: false, versionId: 30, modelId: 7 });
    expect(plain(view.name)).toContain(`${label}: v3 of Some model. This version is`);
    expect(view.name.startsWith(label)).toBe(true);
  });

  it('asks which version is meant where that is not certain, once it can’t turn out by itself any more', () => {
    const view = viewOfButton(version({ versionId: undefined }), undefined, undefined, moment);
    expect(view).toMatchObject({ label: 'Which version?', state: 'unknown', isDisabled: false, versionId: undefined });
  });

  it('says before the press that the page’s account has no access', () => {
    const held = version({ availability: 'early-access', isWithheld: true });
    const view = viewOfButton(held, fact({ state: 'out' }), undefined, moment);
    expect(view).toMatchObject({ label: 'Early access', state: 'out', isDisabled: false });
    expect(view.hint).toContain('can’t be added until you have access');
    expect(viewOfButton(held, fact({ state: 'in' }), undefined, moment).label).toBe('In vault');
  });

  it('says before the press what can’t fit or may not, and what it needs; the rest reads as before', () => {
    const said = (leastKb: number, mostKb: number, state: 'in' | 'out' = 'out') => {
      const sized = version({ need: { leastKb, mostKb }, freeKb: 1_024 });
      const { label, hint } = viewOfButton(sized, fact({ state }), undefined, moment);
      return [label, plain(hint).match(/It (?:needs|may need).*/)?.[0]];
    };
    expect(said(100, 1_024)).toEqual(['Add to vault', undefined]);
    expect(said(100, 2_048)).toEqual(['Add to vault: may not fit', 'It may need 2 MB. Free: 1 MB.']);
    expect(said(2_048, 4_096)).toEqual(['Add to vault: won’t fit', 'It needs at least 2 MB. Free: 1 MB.']);
    expect(said(2_048, 4_096, 'in')).toEqual(['In vault', undefined]);
    expect(viewOfButton(version({ freeKb: 1 }), fact({}), undefined, moment).label).toBe('Add to vault');
  });

  it('is checking until there is an answer, then says why there is none', () => {
    expect(viewOfButton(version(), undefined, undefined, moment)).toMatchObject({ state: 'unknown', isDisabled: true });
    const failed = viewOfButton(version(), undefined, { kind: 'offline' }, moment);
    expect(failed).toMatchObject({ state: 'unknown', isDisabled: false });
    expect(failed.hint).toContain('can’t be reached');
  });

  it('is busy with words while something is being done', () => {
    const busy = fact({ activity: { target: 'in', phase: 'sending', since: NOW } });
    expect(viewOfButton(version(), busy, undefined, moment)).toMatchObject({
      state: 'busy',
      label: 'Adding…',
      isDisabled: true,
    });
  });

  it('says what went wrong, and stays usable', () => {
    const view = viewOfButton(version(), fact({ problem: { kind: 'over-quota' } }), undefined, moment);
    expect(view).toMatchObject({ state: 'error', label: 'Not added', isDisabled: false });
    expect(view.hint).toContain('enough free storage');
  });

  it('does not offer what the site refuses to every account', () => {
    const view = viewOfButton(version({ availability: 'generation-only' }), fact({}), undefined, moment);
    expect(view).toMatchObject({ state: 'out', label: 'Can’t be added' });
    const kept = viewOfButton(version({ availability: 'generation-only' }), fact({ state: 'in' }), undefined, moment);
    expect(kept).toMatchObject({ state: 'in', label: 'In vault' });
  });

  it('never calls an archived version impossible: it can still be added', () => {
    expect(viewOfButton(version({ availability: 'archived' }), fact({}), undefined, moment).label).toBe('Add to vault');
  });

  it('says the age of a fact that is older than an hour', () => {
    expect(viewOfButton(version(), fact({ state: 'in', asOf: NOW - 2 * HOUR }), undefined, moment).hint).toContain(
      '2 hours ago',
    );
    expect(viewOfButton(version(), fact({ state: 'in', asOf: NOW - HOUR / 2 }), undefined, moment).hint).not.toContain(
      'ago',
    );
  });

  it('says whose vault it is where that may be another one than the one logged in here', () => {
    const view = viewOfButton(version(), fact({ state: 'in' }), undefined, moment, { username: 'amber-fan' });
    expect(plain(view.account)).toBe('for amber-fan');
    expect(plain(view.name)).toMatch(/^In vault for amber-fan: v3 of Some model\..*Vaulted acts for amber-fan/);
    const unnamed = viewOfButton(version(), fact({ state: 'in' }), undefined, moment, { username: undefined });
    expect(unnamed.account).toBe('for your key’s account');
    expect(viewOfButton(version(), fact({ state: 'in' }), undefined, moment).account).toBe('');
  });
});

describe('marks', () => {
  it('show an activity first, then a problem, then the state', () => {
    const activity = { target: 'out', phase: 'looking', since: NOW } as const;
    expect(markState(undefined)).toBe('unknown');
    expect(markState(fact({ state: 'in' }))).toBe('in');
    expect(markState(fact({ problem: { kind: 'offline' } }))).toBe('error');
    expect(markState(fact({ problem: { kind: 'offline' }, activity }))).toBe('busy');
  });

  it('name the vault, with the age of old facts', () => {
    expect(markWords(fact({ state: 'in' }), moment)).toBe('in your vault');
    expect(markWords(fact({ state: 'in', asOf: NOW - 3 * HOUR }), moment)).toContain('3 hours ago');
    expect(plain(markWords(fact({ state: 'in' }), { now: NOW, isOnline: false }))).toContain('as of just now');
  });

  it('in a version list offer no undo: a press there selects the version', () => {
    const activity = { target: 'out', phase: 'grace', since: NOW } as const;
    expect(markWords(fact({ state: 'in', activity }), moment)).toBe('in your vault? Removing…');
  });
});
