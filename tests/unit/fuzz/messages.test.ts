import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer } from '@/entrypoints/background/messages/router';
import { page, site, start } from '@/tests/unit/background/messages/start-endpoints';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import * as requests from '@/utils/messages/rows/requests';
import { anyId, anyJson, fuzz, spoiled } from './fuzz';

const names = Object.values(requests).map(({ name }) => name);
const intent = { session: 's', versionId: 1, modelId: 2, modelName: 'x', versionName: 'v1' };
/** What our own pages send. */
const RIGHT = [
  { versionIds: [1, 2, 3], isFresh: true },
  { modelIds: [1, 2] },
  { ...intent, target: 'in' },
  { ...intent, target: 'out', confirmedAt: 1 },
  { ...intent, target: 'out', confirmedAt: 1, addAgain: true },
  { versionId: 1 },
  { modelId: 1, isFresh: false },
  { versions: [{ versionId: 1, modelId: 2 }], isFresh: true },
  { key: '0123456789abcdef0123456789abcdef', isBrief: false },
  { before: 3 },
  { what: 'list' },
];
const args = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(...RIGHT.map(spoiled)) },
  { weight: 1, arbitrary: anyJson },
  { weight: 1, arbitrary: anyId },
  { weight: 1, arbitrary: fc.record({ versionIds: fc.array(anyId, { maxLength: 50 }) }) },
);
const senders = fc.oneof(
  fc.constantFrom(site, page, { ...site, frameId: 3 }, { ...site, id: 'another' }, { id: site.id }),
  fc.record({ id: fc.constant(site.id), url: fc.webUrl(), frameId: fc.integer() }),
  fc
    .constantFrom('https://civitai.com.evil.example/', 'http://civitai.com/', 'https://x@civitai.red:1/', 'about:blank')
    .map(url => ({ ...site, url })),
);
const messages = fc.record({
  message: fc.oneof(
    { weight: 8, arbitrary: fc.record({ vaulted: fc.constantFrom<string>(...names), arg: args }) },
    { weight: 1, arbitrary: fc.record({ vaulted: anyJson, arg: args }) },
    { weight: 1, arbitrary: anyJson },
  ),
  sender: senders,
});

/** Every id in what a room was asked that is none: in a list of ids, or under its name. */
function badIdsIn(arg: unknown): unknown[] {
  if (Array.isArray(arg))
    return arg.flatMap(part => (isRecord(part) ? badIdsIn(part) : isVersionId(part) ? [] : [part]));
  if (!isRecord(arg)) return [];
  const { versionId = 1, modelId = 1 } = arg;
  return [versionId, modelId].filter(id => !isVersionId(id) || !isModelId(id));
}

it('whatever a page sends is answered or ignored, and asks the rooms for ids alone', { timeout: 240_000 }, async () => {
  await fuzz('messages', 5_000, messages, async ({ message, sender }) => {
    const { endpoints, api, account, engine, mirror, availability } = start();
    const reply = answer(endpoints, message, sender);
    const replied = await reply;
    expect(replied === undefined || isRecord(replied)).toBe(true);
    const rooms = [api, account, engine, mirror, availability].flatMap(room => Object.values(room));
    const calls: unknown[][] = rooms.flatMap(spy => spy.mock.calls);
    expect(calls.length).toBeLessThanOrEqual(8);
    expect(calls.flatMap(call => call.flatMap(badIdsIn))).toEqual([]);
    if (sender.id !== site.id || !('url' in sender)) expect([reply, calls]).toEqual([undefined, []]);
  });
});
