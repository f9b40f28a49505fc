// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PageLine, ReloadPrompt } from '@/entrypoints/popup/page/page-line';
import { click, control, mount, words } from '@/tests/unit/components/mount';

describe('PageLine', () => {
  it.each([
    [12, 3, '12 versions here, 3 in your vault'],
    [12, 0, '12 versions here, none in your vault'],
    [1, 1, '1 version here, 1 in your vault'],
    [12, undefined, '12 versions here'],
    [0, 0, 'No model versions on this page'],
  ])('%j here, %j in vault: "%s"', async (versions, inVault, sentence) => {
    expect(words(await mount(<PageLine versions={versions} inVault={inVault} />))).toBe(sentence);
  });

  it('says why it can’t count, and not that there are none', async () => {
    expect(words(await mount(<PageLine versions={0} inVault={0} problem="It failed." />))).toBe('It failed.');
  });
});

describe('ReloadPrompt', () => {
  it('says why, and reloads', async () => {
    const onReload = vi.fn();
    const root = await mount(<ReloadPrompt onReload={onReload} />);
    expect(words(root)).toContain('couldn’t start in this page');
    await click(control(root, 'Reload page'));
    expect(onReload).toHaveBeenCalledOnce();
  });
});
