// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { OverLimitNotice } from '@/components/notices/over-limit-notice';
import { StorageBar } from '@/components/storage/storage-bar';
import { VersionRow } from '@/entrypoints/popup/search/version-row';
import { KeyCheck } from '@/entrypoints/popup/settings/key-check';
import { snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { plain } from '@/tests/unit/support/plain';
import { overLimitOf } from '@/utils/vault/over-limit';
import { click, control, find, mount, words } from './mount';

const SINCE = new Date(2026, 10, 1, 12).getTime();

describe('StorageBar with what takes how much', () => {
  const shares = [
    { name: 'Checkpoints', kb: 3_072 },
    { name: 'LoRAs', kb: 1_024 },
  ];

  it('shows each share in the bar and in words, in the same order', async () => {
    const root = await mount(<StorageBar usedKb={4_096} totalKb={8_192} itemCount={2} shares={shares} />);
    const grown = [...find(root, '.storage-fill').children].map(part => part.getAttribute('style'));
    expect(grown).toEqual(['flex-grow: 3072;', 'flex-grow: 1024;']);
    expect(words(find(root, '.share-list'))).toBe('Checkpoints 3 MBLoRAs 1 MB');
  });

  it('leads to the page of the whole vault, and from that page nowhere', async () => {
    const elsewhere = await mount(<StorageBar usedKb={1} totalKb={2} itemCount={2} listHref="/vault.html" />);
    expect(find(elsewhere, '.storage-foot a').getAttribute('href')).toBe('/vault.html');
    const root = await mount(<StorageBar usedKb={1} totalKb={2} itemCount={2} />);
    expect(root.querySelector('a')).toBeNull();
    expect(root.querySelector('.share-list')).toBeNull();
  });
});

describe('VersionRow', () => {
  const onCopy = vi.fn(async () => true);
  const row = { href: '/x', air: 'urn:air:civitai:1@2', onCopy };

  it.each([
    ['in', 'Fox v2 Stored (opens in a new tab)'],
    ['pending', 'Fox v2 Pending (opens in a new tab)'],
    ['failed', 'Fox v2 Failed (opens in a new tab)'],
  ] as const)('says of a version that is %s: "%s"', async (state, sentence) => {
    const root = await mount(<VersionRow {...row} modelName="Fox" versionName="v2" state={state} />);
    expect(words(find(root, 'a'))).toBe(sentence);
  });

  it('has the whole name in its tooltip, and a name where none is known yet', async () => {
    const root = await mount(<VersionRow {...row} modelName="" versionName="" state="pending" note="ada" />);
    expect(plain(find(root, 'a').title)).toBe('Added a moment ago, ada');
  });

  it.each([
    ['Copy the link of Fox', '/x', 'Link copied'],
    ['AIR of Fox: copy it', 'urn:air:civitai:1@2', 'AIR copied'],
  ])('%s: copies it, and says so or why not', async (name, text, said) => {
    const root = await mount(<VersionRow {...row} modelName="Fox" versionName="v2" state="in" />);
    await click(control(root, name));
    expect(onCopy).toHaveBeenLastCalledWith(text);
    expect(words(find(root, '[role=status]'))).toBe(said);
    onCopy.mockResolvedValueOnce(false);
    await click(control(root, name));
    expect(words(find(root, '[role=status]'))).toBe('Your browser doesn’t let Vaulted copy anything.');
  });
});

describe('OverLimitNotice', () => {
  const ignore = () => {};
  const nothing = { retry: ignore, connect: ignore, 'allow-site': ignore, 'start-afresh': ignore };
  const notice = (membership: 'member' | 'lapsed', updatedAt = new Date(SINCE).toISOString()) => {
    const over = overLimitOf({ usedKb: 2_048, totalKb: 1_024, updatedAt });
    const actions = { ...nothing, 'free-up': { href: '/vault.html?free=1048576' } };
    return mount(
      <OverLimitNotice over={over ?? { overKb: 0 }} membership={membership} canWrite now={SINCE} actions={actions} />,
    );
  };

  it('says since when, how long downloads work, when deletion starts, and that this is an estimate', async () => {
    const root = await notice('member');
    expect([...root.querySelectorAll('dt, dd')].map(words)).toEqual([
      'Since',
      'about Nov 1, 2026',
      'Downloads',
      'until about Dec 1, 2026 (in 30 days)',
      'Deletion',
      'from about Dec 31, 2026 (in 60 days)',
    ]);
    expect(words(root)).toContain('estimate');
    // What makes space costs nothing, so it comes first.
    expect([...find(root, '.notice-ways').querySelectorAll('a')].map(words)).toEqual([
      'Save these first (an estimate) (opens in a new tab)',
      'Free up space',
      'Get more storage on Civitai (opens in a new tab)',
    ]);
  });

  it('leads a lapsed member to memberships', async () => {
    const root = await notice('lapsed');
    expect(words(root)).toContain('Everything in your vault is still listed here');
    expect([...root.querySelectorAll('a')].map(link => link.getAttribute('href'))).toEqual([
      '/vault.html?show=goes-first&sort=created&order=asc',
      'https://civitai.com/pricing',
    ]);
  });

  it('guesses no date where the site names none', async () => {
    const root = await notice('member', '');
    expect(root.querySelector('dl')).toBeNull();
    expect(words(root)).toContain('As an estimate, downloads end after a month');
  });
});

describe('KeyCheck', () => {
  it.each([
    [{ isBrief: true }, 'It is stored until the browser closes'],
    [{}, 'It is stored in this browser until you sign out'],
  ])('%j: says how long the key is stored', async (changes, sentence) => {
    expect(words(await mount(<KeyCheck snapshot={snapshotWith(changes)} onReplace={() => {}} />))).toContain(sentence);
  });

  it('leads to a better key only where there is one', async () => {
    const links = async (changes: Parameters<typeof snapshotWith>[0]) =>
      (await mount(<KeyCheck snapshot={snapshotWith(changes)} onReplace={() => {}} />)).querySelectorAll('a').length;
    expect(await links({ keyScope: 25_165_825 })).toBe(0);
    expect(await links({ keyScope: 33_554_431 })).toBe(1);
    expect(await links({ canWrite: false })).toBe(1);
  });
});
