// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Age } from '@/components/age';
import { Notice } from '@/components/notices/notice';
import { OutwardLink } from '@/components/outward-link';
import { RefreshButton } from '@/components/refresh-button';
import { KeySteps } from '@/components/sign-in/key-steps';
import { PageLine, ReloadPrompt } from '@/entrypoints/popup/page/page-line';
import { AccountLine } from '@/entrypoints/popup/screens/account-line';
import { click, control, find, mount, words } from './mount';

const MINUTE = 60_000;

describe('AccountLine', () => {
  const line = (props: { username?: string; tier?: string; keyTail?: string; isBusy?: boolean }, onSignOut = vi.fn()) =>
    mount(
      <AccountLine
        username={props.username}
        tier={props.tier}
        keyTail={props.keyTail}
        isBusy={props.isBusy ?? false}
        onSignOut={onSignOut}
      />,
    );

  it('names the account, its tier and the end of its key', async () => {
    const root = await line({ username: 'keeper', tier: 'gold', keyTail: 'abcd' });
    expect(words(find(root, '.account-name'))).toBe('keeper');
    expect(words(find(root, '.tier'))).toBe('Gold');
    expect(words(find(root, '.account-key [aria-hidden]'))).toBe('Key ••••abcd');
    expect(words(find(root, '.account-key .visually-hidden'))).toBe('API key ending in abcd');
  });

  it('lets a name run in its own direction and be read in full when it is cut', async () => {
    const name = find(await line({ username: 'محمد الفنان' }), '.account-name');
    expect(name.getAttribute('dir')).toBe('auto');
    expect(name.title).toBe('محمد الفنان');
  });

  it.each([
    ['keeper', 'K'],
    ['👩‍🎨 artist', '👩‍🎨'],
    ['模型', '模'],
  ])('takes the first character of %s as people count them', async (username, initial) => {
    expect(words(find(await line({ username }), '.account-initial'))).toBe(initial);
  });

  it('leaves out what a key limited to the vault doesn’t give', async () => {
    const root = await line({ keyTail: 'abcd' });
    expect(words(find(root, '.account-name'))).toBe('Connected to Civitai');
    expect(root.querySelector('.tier')).toBeNull();
  });

  it('claims no connection without a key', async () => {
    const root = await line({});
    expect(words(find(root, '.account-name'))).toBe('Your account');
    expect(root.querySelector('.account-key')).toBeNull();
  });

  it('signs out once', async () => {
    const onSignOut = vi.fn();
    await click(control(await line({}, onSignOut), 'Sign out'));
    expect(onSignOut).toHaveBeenCalledOnce();
    await click(control(await line({ isBusy: true }, onSignOut), 'Sign out'));
    expect(onSignOut).toHaveBeenCalledOnce();
  });
});

describe('Age', () => {
  const at = Date.UTC(2026, 10, 22, 12);

  it('says how old the figures are', async () => {
    expect(words(await mount(<Age at={at} now={at + 5 * MINUTE} />))).toBe('as of 5 minutes ago');
    expect(words(await mount(<Age at={at} now={at + 1000} />))).toBe('up to date');
  });

  it('has the exact time for machines, and as tooltip under the pointer', async () => {
    const time = find(await mount(<Age at={at} now={at} />), 'time');
    expect(time.getAttribute('datetime')).toBe('2026-11-22T12:00:00.000Z');
    expect(time.title).toBe('');
    await act(() => void time.dispatchEvent(new PointerEvent('pointerenter')));
    expect(time.title).toMatch(/^Nov 2[123], 2026, \d\d:\d\d$/);
  });
});

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

describe('RefreshButton', () => {
  const draw = (isRefreshing: boolean, isFresh: boolean) => (
    <RefreshButton isRefreshing={isRefreshing} isFresh={isFresh} onRefresh={() => {}} />
  );
  const redraw = (root: HTMLElement, ...is: [boolean, boolean]) => act(() => render(draw(...is), root));

  it.each([
    ['says that it is up to date', true, 'Up to date'],
    ['leaves it to others to say why it isn’t', false, ''],
  ] as const)('once it was pressed, %s', async (_, isFresh, said) => {
    const root = await mount(draw(false, true));
    await click(control(root, 'Refresh'));
    await redraw(root, true, true);
    expect(words(find(root, '[role=status]'))).toBe('Refreshing…');
    await redraw(root, false, isFresh);
    expect(words(find(root, '[role=status]'))).toBe(said);
  });

  it('announces nothing without a press', async () => {
    const root = await mount(draw(true, false));
    await redraw(root, false, true);
    expect(words(find(root, '[role=status]'))).toBe('');
  });
});

describe('ReloadPrompt', () => {
  it('says why, and reloads', async () => {
    const onReload = vi.fn();
    const root = await mount(<ReloadPrompt onReload={onReload} />);
    expect(words(root)).toContain('while this page was open');
    await click(control(root, 'Reload page'));
    expect(onReload).toHaveBeenCalledOnce();
  });
});

describe('Notice', () => {
  it.each(['info', 'warning', 'error'] as const)('shows what, meaning and next in tone %s', async tone => {
    const sentences = { what: 'It rains.', meaning: 'You get wet.', next: 'Take a coat.' };
    const root = await mount(<Notice tone={tone} sentences={sentences} />);
    expect(words(find(root, 'h2'))).toBe('It rains.');
    expect(words(find(root, 'p'))).toBe('You get wet. Take a coat.');
    expect(find(root, '.notice').dataset.tone).toBe(tone);
  });
});

describe('links out', () => {
  it('open in a tab of their own, say so, and give nothing away', async () => {
    const link = find(await mount(<OutwardLink href="https://civitai.com/">Civitai</OutwardLink>), 'a');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noreferrer');
    expect(words(link)).toBe('Civitai (opens in a new tab)');
  });

  it('lead to a key that has to be given the right to write by hand', async () => {
    const root = await mount(<KeySteps>the form</KeySteps>);
    expect(find(root, 'a').getAttribute('href')).toBe(
      'https://civitai.com/user/account?addApiKey=1&name=Vaulted&scope=ReadOnly',
    );
    expect(root.querySelectorAll('li')).toHaveLength(3);
    expect(words(root)).toContain('leave only Vault → Read and Vault → Write ticked');
    expect(words(find(root, 'li:last-child'))).toContain('the form');
  });
});
