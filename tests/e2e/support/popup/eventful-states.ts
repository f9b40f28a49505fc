import { EVERY_PROBLEM } from '@/tests/unit/utils/sentences/every-problem.ts';
import {
  account,
  DAY,
  feed,
  member,
  modelPage,
  NO_VAULT,
  NOW,
  type PopupState,
  quotaOf,
  small,
  summaryOf,
} from './popup-worlds.ts';

/** One of each kind; those after which nothing is known at all, also without figures. */
export const PROBLEM_STATES: readonly PopupState[] = EVERY_PROBLEM.filter(
  ({ kind }, n) => !/^not-signed-in|^key-refused/.test(kind) && EVERY_PROBLEM.findIndex(one => one.kind === kind) === n,
).flatMap(problem => [
  { name: `after a failure (${problem.kind})`, world: { ...member, problem }, ready: '.notice' },
  ...(/^storage|^unexpected|^offline/.test(problem.kind)
    ? [{ name: `after a failure (${problem.kind}), without figures`, world: { problem }, ready: '.notice' }]
    : []),
]);

const listFailed = summaryOf({ status: { kind: 'failed', problem: { kind: 'timed-out' }, at: NOW - DAY } });

/** Where something is wrong, or has happened. */
export const EVENTFUL: PopupState[] = [
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
    world: { snapshot: NO_VAULT, page: feed },
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
