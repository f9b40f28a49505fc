// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PageCounts, ReloadPrompt } from '@/entrypoints/popup/page/page-line';
import { click, control, mount, words } from '@/tests/unit/components/mount';

const none = { all: 0, inVault: 0 };

describe('PageCounts', () => {
  it.each([
    [12, 3, '3 of 12 versions here are in your vault'],
    [12, 0, 'None of the 12 versions here is in your vault'],
    [1, 1, '1 of 1 version here is in your vault'],
    [0, 0, 'No model versions on this page'],
  ])('%j versions here, %j in vault: "%s"', async (all, inVault, sentence) => {
    const root = await mount(<PageCounts versions={{ all, inVault }} models={none} isOurs />);
    expect(words(root)).toBe(sentence);
  });

  it.each([
    [12, 8, '8 of 12 models here are in your vault'],
    [12, 0, 'None of the 12 models here is in your vault'],
    [1, 1, '1 of 1 model here is in your vault'],
  ])('%j models here, %j in vault: "%s"', async (all, inVault, sentence) => {
    const root = await mount(<PageCounts versions={none} models={{ all, inVault }} isOurs />);
    expect(words(root)).toBe(sentence);
  });

  it('speaks of the version list where there are both, and counts nothing for another account', async () => {
    const counts = { versions: { all: 5, inVault: 2 }, models: { all: 12, inVault: 8 } };
    expect(words(await mount(<PageCounts {...counts} isOurs />))).toContain('2 of 5 versions');
    expect(words(await mount(<PageCounts {...counts} isOurs={false} />))).toBe('5 versions here');
  });

  it('says why it can’t count, and not that there are none', async () => {
    expect(words(await mount(<PageCounts versions={none} models={none} isOurs problem="It failed." />))).toBe(
      'It failed.',
    );
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
