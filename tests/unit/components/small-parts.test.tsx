// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Age } from '@/components/age';
import { Notice } from '@/components/notices/notice';
import { OutwardLink } from '@/components/outward-link';
import { RefreshButton } from '@/components/refresh-button';
import { KeySteps } from '@/components/welcome/key-steps';
import { plain } from '@/tests/unit/support/plain';
import { click, control, find, mount, words } from './mount';

const MINUTE = 60_000;

describe('Age', () => {
  const at = Date.UTC(2026, 10, 22, 12);

  it('says how old the figures are', async () => {
    expect(words(await mount(<Age at={at} now={at + 5 * MINUTE} />))).toBe('as of 5 minutes ago');
    expect(words(await mount(<Age at={at} now={at + 1000} />))).toBe('up to date');
  });

  it('calls nothing up to date beside what may not be', async () => {
    expect(words(await mount(<Age at={at} now={at + 1000} isUncertain />))).toBe('as of just now');
  });

  it('has the exact time for machines, and as tooltip under the pointer', async () => {
    const time = find(await mount(<Age at={at} now={at} />), 'time');
    expect(time.getAttribute('datetime')).toBe('2026-11-22T12:00:00.000Z');
    expect(time.title).toBe('');
    await act(() => void time.dispatchEvent(new PointerEvent('pointerenter')));
    expect(plain(time.title)).toMatch(/^Nov 2[123], 2026, \d\d:\d\d$/);
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

  it('takes a press while the page refreshes by itself', async () => {
    const onRefresh = vi.fn();
    const root = await mount(<RefreshButton isRefreshing isFresh={false} onRefresh={onRefresh} />);
    await click(control(root, 'Refresh'));
    expect(onRefresh).toHaveBeenCalledTimes(1);
  });

  it('announces nothing without a press', async () => {
    const root = await mount(draw(true, false));
    await redraw(root, false, true);
    expect(words(find(root, '[role=status]'))).toBe('');
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

  it('in brief has the next step in its second line, and all else behind a press', async () => {
    const sentences = { what: 'It rains.', meaning: 'You get wet.', next: 'Take a coat.' };
    const alone = await mount(<Notice tone="info" sentences={sentences} isBrief />);
    expect(words(find(alone, '.notice-ways > p'))).toBe('Take a coat.');
    expect(words(find(alone, 'details p'))).toBe('You get wet.');
    const root = await mount(
      <Notice tone="info" sentences={sentences} isBrief more="It has a hood.">
        <button type="button">Take it</button>
      </Notice>,
    );
    expect(control(root, 'Take it').closest('details')).toBeNull();
    expect(words(find(root, 'details'))).toBe('DetailsYou get wet. Take a coat.It has a hood.');
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
    expect([...root.querySelectorAll('.button')].map(each => each.className)).toEqual(['button']);
    expect(words(root)).toContain('Tick Vault → Write, leave Vault → Read ticked and untick the rest.');
    expect(words(find(root, 'li:last-child'))).toContain('the form');
  });
});
