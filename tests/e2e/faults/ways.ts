import type { FaultKind } from '@/sandbox/http/faults.ts';

/** One way in which a toggle can go wrong, and how it has to end. */
export type Way = {
  name: string;
  /** Meets the first request for the version; the next one would go through. */
  fault?: FaultKind;
  /** Age of what the version's reads show. */
  lagMs?: number;
  /** How many requests have to go out: a second one only where the first certainly did nothing. */
  requests: 1 | 2;
  /** What the page says where the intent can't be carried out; otherwise it has to be. */
  says?: RegExp;
  /** Also in the short run of the browser that doesn't run everything each time. */
  always?: true;
};

const html = '<!doctype html><title>502 Bad Gateway</title><h1>Bad gateway</h1>';

function failure(error: object) {
  return { message: 'An unexpected error occurred', error };
}

/** What the database's client throws, as the handler passes it on (site-facts.md F.0.1). */
const broken = failure({ code: 'P2024', clientVersion: '6.13.0', name: 'PrismaClientKnownRequestError' });
const refused = { code: 'BAD_REQUEST', name: 'TRPCError' };
const denied = /refused and didn’t say why.*(wasn’t added.*try again later|still in your vault.*your vault page)/i;

/**
 * What can happen to an addition and to a removal alike. Chromium holds back an extension's requests to an address that mostly
 * answers 5xx, so those take turns; a hanging one takes up one of six connections, so it comes last.
 */
export const ways: readonly Way[] = [
  { name: 'the connection is refused', fault: { kind: 'refuse' }, requests: 2 },
  {
    name: 'the connection drops before it is done',
    fault: { kind: 'drop', when: 'before-commit' },
    requests: 2,
    always: true,
  },
  {
    name: 'a real 500 that is no refusal',
    fault: { kind: 'status', status: 500, json: broken },
    requests: 2,
    always: true,
  },
  {
    name: 'the connection drops after it is done, and reads are 5 s behind',
    fault: { kind: 'drop', when: 'after-commit' },
    lagMs: 5_000,
    requests: 1,
    always: true,
  },
  { name: 'reads are 5 s behind', lagMs: 5_000, requests: 1 },
  {
    name: 'a real 500 that refuses',
    fault: { kind: 'status', status: 500, json: failure(refused) },
    requests: 1,
    says: denied,
  },
  { name: 'the answer is truncated', fault: { kind: 'truncated' }, requests: 1 },
  {
    name: 'a documented 500 that is no refusal',
    fault: { kind: 'status', status: 500, json: failure({ code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected' }) },
    requests: 2,
  },
  { name: 'the answer breaks off', fault: { kind: 'cut' }, requests: 1 },
  {
    name: 'a documented 500 that refuses',
    fault: { kind: 'status', status: 500, json: failure({ ...refused, message: 'You do not have permission.' }) },
    requests: 1,
    says: denied,
  },
  { name: 'the answer has another shape', fault: { kind: 'other-shape' }, requests: 1 },
  { name: '502 with a page, before it is done', fault: { kind: 'status', status: 502, html }, requests: 2 },
  { name: 'the answer is malformed', fault: { kind: 'malformed' }, requests: 1, always: true },
  {
    name: '502 with a page, after it is done',
    fault: { kind: 'status', status: 502, html, when: 'after-commit' },
    requests: 1,
    always: true,
  },
  {
    name: '403',
    fault: { kind: 'status', status: 403 },
    requests: 1,
    says: /turned this request away.*vault hasn’t changed.*try again/i,
  },
  { name: '429 without Retry-After', fault: { kind: 'status', status: 429 }, requests: 2 },
  {
    name: '429 with Retry-After',
    fault: { kind: 'status', status: 429, retryAfter: '5' },
    requests: 2,
    always: true,
  },
  {
    name: '451',
    fault: { kind: 'status', status: 451 },
    requests: 1,
    says: /isn’t available in your region.*can’t be reached.*own page/i,
  },
  {
    name: 'the connection drops after it is done',
    fault: { kind: 'drop', when: 'after-commit' },
    requests: 1,
    always: true,
  },
  { name: 'it hangs before it is done', fault: { kind: 'hang' }, requests: 2 },
  { name: 'it hangs after it is done', fault: { kind: 'hang', when: 'after-commit' }, requests: 1, always: true },
];
