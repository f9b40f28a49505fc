// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { click, control, find, mount, words } from './mount';

const KEY = '0123456789abcdef0123456789abcdef';
const OTHER_KEY = 'fedcba9876543210fedcba9876543210';

async function open(props: { isBusy?: boolean; error?: string } = {}) {
  const onSignIn = vi.fn<(key: string) => void>();
  const root = await mount(<SignInForm isBusy={props.isBusy ?? false} error={props.error} onSignIn={onSignIn} />);
  const field = find<HTMLInputElement>(root, 'input');
  const submit = (): Promise<void> => act(async () => find<HTMLFormElement>(root, 'form').requestSubmit());
  return { root, field, submit, onSignIn };
}

describe('SignInForm', () => {
  it('is a labelled password field that has the focus and is not filled in by anything', async () => {
    const { root, field } = await open();
    expect(field.type).toBe('password');
    expect(field.getAttribute('autocomplete')).toBe('off');
    expect(words(find(root, `label[for="${field.id}"]`))).toBe('API key');
    expect(document.activeElement).toBe(field);
  });

  it('hands over the key in what was pasted', async () => {
    const { field, submit, onSignIn } = await open();
    field.value = `  Bearer ${KEY} `;
    await submit();
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith(KEY, false);
  });

  it.each(['hello world', `${KEY}0`, KEY.slice(1)])('says that %j is no key, without asking the site', async pasted => {
    const { root, field, submit, onSignIn } = await open();
    field.value = pasted;
    await submit();
    expect(onSignIn).not.toHaveBeenCalled();
    expect(words(find(root, '[role=alert]'))).toContain('doesn’t look like a Civitai key');
  });

  it('asks which of two keys is meant, and shows no more of them than their ends', async () => {
    const { root, field, submit, onSignIn } = await open();
    field.value = `${KEY} ${OTHER_KEY}`;
    await submit();
    expect(onSignIn).not.toHaveBeenCalled();
    expect(words(root)).not.toContain(OTHER_KEY.slice(-5));
    await click(control(root, 'Use the key that ends with 3210'));
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith(OTHER_KEY, false);
    expect(words(root)).not.toContain('Which one');
  });

  it('keeps two keys on two lines apart', async () => {
    const { root, field, submit, onSignIn } = await open();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `${KEY}\r\n${OTHER_KEY}\n`);
    await act(
      () => void field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })),
    );
    await submit();
    expect(onSignIn).not.toHaveBeenCalled();
    expect(words(root)).toContain('Which one');
  });

  it('submits with Enter: it is a form with a submit button', async () => {
    const { root, field } = await open();
    expect(field.form).toBe(find(root, 'form'));
    expect(control(root, 'Connect').getAttribute('type')).toBe('submit');
  });

  it.each(['', '   '])('asks for a key when there is none (%j)', async key => {
    const { root, field, submit, onSignIn } = await open();
    field.value = key;
    await submit();
    expect(onSignIn).not.toHaveBeenCalled();
    expect(words(find(root, '[role=alert]'))).toBe('Paste your API key first.');
    expect(field.getAttribute('aria-describedby')).toBe(find(root, '[role=alert]').id);
    await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    expect(words(find(root, '[role=alert]'))).toBe('');
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });

  it('ties a refusal to the field', async () => {
    const { root, field } = await open({ error: 'Civitai doesn’t accept this key.' });
    expect(words(find(root, `#${CSS.escape(field.getAttribute('aria-describedby') ?? '')}`))).toContain(
      'accept this key',
    );
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows and hides the key', async () => {
    const { root, field } = await open();
    field.value = 'abc';
    const eye = control(root, 'Show key');
    await click(eye);
    expect(find<HTMLInputElement>(root, 'input').type).toBe('text');
    expect(eye.getAttribute('aria-pressed')).toBe('true');
    expect(find<HTMLInputElement>(root, 'input').value).toBe('abc');
    await click(eye);
    expect(find<HTMLInputElement>(root, 'input').type).toBe('password');
  });

  it('says that it is busy, and sends nothing twice', async () => {
    const { root, field, submit, onSignIn } = await open({ isBusy: true });
    field.value = KEY;
    await submit();
    expect(onSignIn).not.toHaveBeenCalled();
    expect(control(root, 'Checking the key…').getAttribute('aria-disabled')).toBe('true');
    expect(field.readOnly).toBe(true);
  });
});
