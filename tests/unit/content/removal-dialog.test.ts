// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { askRemoval, type Removal } from '@/entrypoints/civitai.content/removal-dialog';

const ending = { current: new AbortController() };
afterEach(() => ending.current.abort());

function open(removal: Partial<Removal>): HTMLDialogElement {
  ending.current = new AbortController();
  const whole = { modelName: 'Amber', versionName: 'v1', sizeKb: 1024, isDuplicated: false, ...removal };
  void askRemoval(whole, Promise.resolve('everyone' as const), ending.current.signal);
  return document.querySelector('vaulted-dialog')?.shadowRoot?.querySelector('dialog') ?? expect.fail();
}

describe('the question before a removal', () => {
  it('says that every copy goes where the vault holds several', () => {
    const dialog = open({ isDuplicated: true });
    expect(dialog.querySelector('[part="version"]')?.textContent).toBe('v1 of Amber · 1 MB each');
    expect(dialog.querySelector('[part="copies"]')?.textContent).toMatch(
      /more than once. Removing it removes every copy/,
    );
  });

  it('says nothing of copies where there is one', () => {
    const dialog = open({});
    expect(dialog.querySelector('[part="version"]')?.textContent).toBe('v1 of Amber · 1 MB');
    expect(dialog.querySelector('[part="copies"]')).toBeNull();
  });

  it('is described by its sentences', () => {
    const dialog = open({ isDuplicated: true });
    const ids = dialog.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map(id => dialog.querySelector(`#${id}`)?.getAttribute('part'))).toEqual(['version', 'copies', 'risk']);
  });
});
