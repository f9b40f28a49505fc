import { EVENTFUL } from './eventful-states.ts';
import {
  account,
  DOUBLES,
  feed,
  HISTORY,
  member,
  modelPage,
  NAMELESS,
  type PopupState,
  small,
  snapshotOf,
  summaryOf,
} from './popup-worlds.ts';

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

/** Every state but those that differ in a sentence alone. */
export const POPUP_STATES: readonly PopupState[] = [...ORDINARY, ...EVENTFUL, ...SIGNED_OUT, ...PANELS];
