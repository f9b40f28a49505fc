import { item } from '@/tests/unit/background/mirror/fake-site.ts';
import { EVERY_PROBLEM } from '@/tests/unit/utils/sentences/every-problem.ts';
import type { Snapshot } from '@/utils/account/account';
import type { TabSummary } from '@/utils/messages/tab-summary.ts';
import type { ShownEntry } from '@/utils/vault/history.ts';
import type { MirroredItem } from '@/utils/vault/vault-item.ts';
import type { VaultSummary } from '@/utils/vault/vault-summary.ts';
import type { PopupWorld } from './fake-extension.ts';

/** A state of the popup, and how it is reached. */
export type PopupState = {
  name: string;
  world: PopupWorld;
  /** There once the state is reached. */
  ready: string;
  /** Pressed one after the other, each once it is there. */
  press?: readonly string[];
  /** Typed into the field that has the focus. */
  typed?: string;
  /** What may be too long for the popup, and scrolls in it. */
  scrolls?: string;
};

const NOW = Date.now();
const DAY = 24 * 3_600_000;
const NAMES = ['WAI-illustrious-SDXL', 'Cobalt Canyon', '虹色 Dream Model with a very long name, XL', 'Fox Spirit'];

const snapshotOf = (changes: Partial<Snapshot> = {}): Snapshot => ({
  session: 'session-1',
  keyTail: 'abcd',
  username: 'a_keeper_of_models_with_a_long_name',
  tier: 'founder',
  membership: 'member',
  canWrite: true,
  quota: { usedKb: 6_775_430, totalKb: 10_485_760, updatedAt: new Date(NOW - 12 * DAY).toISOString() },
  itemCount: 1_042,
  keyScope: 33_554_431,
  asOf: NOW,
  ...changes,
});

const { username: _name, tier: _tier, ...NAMELESS } = snapshotOf();
const { quota: _quota, ...NO_VAULT } = snapshotOf();

const quotaOf = (usedKb: number, totalKb = 10_485_760) => ({
  quota: { usedKb, totalKb, updatedAt: new Date(NOW - 12 * DAY).toISOString() },
});

const named = (n: number, changes: Partial<MirroredItem> = {}): MirroredItem => ({
  ...item(n),
  seenOn: NOW,
  modelName: NAMES[n % 4] ?? '',
  versionName: `v${n}.0 fp16 pruned`,
  ...changes,
});
const ITEMS: MirroredItem[] = Array.from({ length: 24 }, (_, n) =>
  named(n + 1, n < 12 ? { status: 'Failed', failures: n < 6 ? 4 : 2 } : {}),
);
/** The same version in two rows, three times. */
const DOUBLES: MirroredItem[] = [1, 2, 3].flatMap(n => [named(n), named(n, { id: 500 + n, notes: 'a note' })]);

const summaryOf = (changes: Partial<VaultSummary> = {}): VaultSummary => ({
  session: 'session-1',
  status: { kind: 'synced', at: NOW },
  stored: 1_030,
  pending: 7,
  failed: 5,
  lost: 2,
  types: ['Checkpoint', 'LORA', 'TextualInversion', 'LoCon', 'VAE'].map((type, n) => ({
    type,
    count: 9,
    kb: 4_000_000 / (n + 1),
  })),
  recent: [named(1, { status: 'Pending' }), named(2, { status: 'Failed' }), named(3), named(4)],
  ...changes,
});

const model = named(2);
const modelPage = (changes: object = {}): TabSummary => ({
  page: 'here',
  tabId: 1,
  session: 'session-1',
  models: { all: 0, inVault: 0 },
  versions: { all: 12, inVault: 8 },
  onScreen: {
    versionId: model.modelVersionId,
    modelId: model.modelId,
    modelName: model.modelName,
    versionName: model.versionName,
    fact: { versionId: model.modelVersionId, state: 'out', asOf: NOW },
  },
  unknownPlaces: 0,
  ...changes,
});
const feed = modelPage({ models: { all: 77, inVault: 31 }, versions: { all: 0, inVault: 0 }, onScreen: undefined });

const HISTORY: ShownEntry[] = Array.from({ length: 20 }, (_, n) => ({
  id: n + 1,
  at: NOW - n * 3_600_000,
  versionId: named(n + 1).modelVersionId,
  modelName: named(n + 1).modelName,
  versionName: named(n + 1).versionName,
  sizeKb: 6_775_430,
  act: n % 3 === 0 ? 'out' : 'in',
  place: 'site',
  end: n === 4 ? { kind: 'offline' } : 'done',
  ...(n % 3 === 0 && { canAdd: true }),
}));

const member: PopupWorld = { snapshot: snapshotOf(), summary: summaryOf(), page: modelPage(), items: ITEMS };
const small = summaryOf({ stored: 3, pending: 0, failed: 0, lost: 0, recent: [named(1), named(2), named(3)] });
const account = (changes: Partial<Snapshot>, more: PopupWorld = {}): PopupWorld => ({
  ...member,
  snapshot: snapshotOf(changes),
  ...more,
});

/** On an ordinary day. */
const ORDINARY: PopupState[] = [
  { name: 'loading', world: { problem: 'never' }, ready: '.storage--skeleton' },
  { name: 'with many items, over a model page', world: member, ready: '.on-screen-add' },
  { name: 'with few items, over a feed', world: { ...member, summary: small, page: feed }, ready: '.page-line' },
  { name: 'over another site', world: { ...member, page: { page: 'elsewhere' } }, ready: '.search' },
  { name: 'over a page that waits', world: { ...member, page: { page: 'waiting', tabId: 1 } }, ready: '.page-line' },
  {
    name: 'over a page without Vaulted',
    world: { ...member, page: { page: 'silent', tabId: 1 } },
    ready: '.page-line--prompt',
  },
  {
    name: 'over a page that has changed',
    world: { ...member, page: modelPage({ unknownPlaces: 5 }) },
    ready: '.page-line--note',
  },
  { name: 'with the sizes by type', world: member, ready: '.storage-shares[open]', press: ['.storage-shares summary'] },
  { name: 'with results', world: member, ready: '.search-rows li:nth-child(6)', typed: 'a', scrolls: '.search-rows' },
  { name: 'with no results', world: member, ready: '.search-rows:empty', typed: 'zebra' },
  {
    name: 'read for the first time',
    world: { snapshot: snapshotOf(), page: feed },
    ready: '.contents-reading progress',
  },
  { name: 'with a nameless key', world: { ...member, snapshot: NAMELESS }, ready: '.account' },
];

/** One of each kind; those after which nothing is known at all, also without figures. */
const PROBLEMS: PopupState[] = EVERY_PROBLEM.filter(
  ({ kind }, n) => !/^not-signed-in|^key-refused/.test(kind) && EVERY_PROBLEM.findIndex(one => one.kind === kind) === n,
).flatMap(problem => [
  { name: `after a failure (${problem.kind})`, world: { ...member, problem }, ready: '.notice' },
  ...(/^storage|^unexpected|^offline/.test(problem.kind)
    ? [{ name: `after a failure (${problem.kind}), without figures`, world: { problem }, ready: '.notice' }]
    : []),
]);

const listFailed = summaryOf({ status: { kind: 'failed', problem: { kind: 'timed-out' }, at: NOW - DAY } });

/** Where something is wrong, or has happened. */
const EVENTFUL: PopupState[] = [
  { name: 'empty', world: account(quotaOf(0), { summary: { ...small, recent: [] } }), ready: '.notice' },
  { name: 'nearly full', world: account(quotaOf(10_000_000)), ready: '.notice' },
  { name: 'full', world: account(quotaOf(10_485_700)), ready: '.notice' },
  { name: 'exactly full', world: account(quotaOf(10_485_760)), ready: '.notice' },
  { name: 'over the limit', world: account(quotaOf(20_000_000)), ready: '.notice' },
  {
    name: 'over the limit, with the details',
    world: account(quotaOf(20_000_000)),
    ready: '.notice-details[open]',
    press: ['.notice-details summary'],
    scrolls: '.notices, .search-rows',
  },
  { name: 'lapsed', world: account({ membership: 'lapsed', ...quotaOf(20_000_000, 0) }), ready: '.notice' },
  { name: 'lapsed and empty', world: account({ membership: 'lapsed', ...quotaOf(0, 0) }), ready: '.notice' },
  {
    name: 'without a vault',
    world: { snapshot: { ...NO_VAULT, membership: 'never' }, page: feed },
    ready: '.notice',
  },
  { name: 'with a key that may only read', world: account({ canWrite: false }), ready: '.notice' },
  { name: 'with new failures', world: { ...member, seenLost: 0 }, ready: '.notice' },
  { name: 'with versions twice', world: { ...member, summary: summaryOf({ twice: 3 }) }, ready: '.notice' },
  { name: 'without permission', world: { ...member, isWithheld: true }, ready: '.notice' },
  { name: 'with an old list', world: { ...member, summary: listFailed }, ready: '.contents-note' },
  {
    name: 'with everything at once',
    world: {
      ...account({ canWrite: false, ...quotaOf(20_000_000) }, { problem: { kind: 'offline' } }),
      summary: { ...listFailed, twice: 3 },
      seenLost: 0,
      page: modelPage({ unknownPlaces: 5 }),
    },
    ready: '.notice:nth-child(4)',
    scrolls: '.notices, .search-rows',
  },
];

/** Without a key. */
const SIGNED_OUT: PopupState[] = [
  { name: 'not connected', world: { problem: { kind: 'not-signed-in' } }, ready: 'form.sign-in' },
  {
    name: 'after the browser closed',
    world: { problem: { kind: 'not-signed-in', isForgotten: true } },
    ready: '.notice',
  },
  { name: 'with a refused key', world: { ...member, problem: { kind: 'key-refused' } }, ready: '.notice' },
  {
    name: 'not connected, without permission',
    world: { problem: { kind: 'not-signed-in' }, isWithheld: true },
    ready: '.notice',
  },
  {
    name: 'after a wrong key',
    world: { problem: { kind: 'not-signed-in' } },
    typed: 'no key',
    press: ['form [type="submit"]'],
    ready: '.sign-in-error:not(:empty)',
  },
  {
    name: 'with several keys pasted',
    world: { problem: { kind: 'not-signed-in' } },
    typed: `${'ab'.repeat(16)} ${'cd'.repeat(16)}`,
    press: ['form [type="submit"]'],
    ready: '.sign-in-keys button',
  },
];

const opening = (panel: string) => [`[data-opens="${panel}"]`];

/** Each part of its own. */
const PANELS: PopupState[] = [
  { name: 'settings', world: member, press: opening('settings'), ready: '.key-check' },
  { name: 'settings, read-only', world: account({ canWrite: false }), press: opening('settings'), ready: '.key-check' },
  {
    name: 'another key',
    world: account({ canWrite: false }),
    press: [...opening('settings'), '.key-check-ways button'],
    ready: 'form.sign-in',
  },
  {
    name: 'history',
    world: { ...member, history: HISTORY },
    press: opening('history'),
    ready: '.history-row',
    scrolls: '.panel-body',
  },
  { name: 'no history', world: member, press: opening('history'), ready: '.panel-body p' },
  {
    name: 'failed',
    world: member,
    press: opening('failed'),
    ready: '.failed-row',
    scrolls: '.panel-body',
  },
  {
    name: 'twice',
    world: { ...member, items: DOUBLES, summary: summaryOf({ twice: 3 }) },
    press: opening('twice'),
    ready: '.twice-row',
    scrolls: '.panel-body',
  },
];

export const POPUP_STATES: readonly PopupState[] = [...ORDINARY, ...EVENTFUL, ...SIGNED_OUT, ...PANELS, ...PROBLEMS];
