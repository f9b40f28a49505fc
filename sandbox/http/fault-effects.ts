import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './faults.ts';
import type { Wire, WireAnswer } from './wire.ts';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Waits by real time, without keeping the process alive. */
export async function wait(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false });
}

function isBeforeWork(fault: Fault): boolean {
  if (fault.kind === 'refuse') return true;
  if (fault.kind === 'drop') return fault.when === 'before-commit';
  if (fault.kind === 'hang' || fault.kind === 'status' || fault.kind === 'delay') {
    return (fault.when ?? 'before-commit') === 'before-commit';
  }
  return false;
}

function defaultError(status: number): unknown {
  if (status === 401) return { error: 'Unauthorized' };
  if (status === 403) return { error: 'Forbidden' };
  if (status === 429) return { error: 'Too many requests' };
  if (status === 451) return { error: 'Civitai is not available in your region', code: 'REGION_BLOCKED' };
  return { message: 'An unexpected error occurred', error: {} };
}

function statusAnswer(fault: Extract<Fault, { kind: 'status' }>): WireAnswer {
  const { status, json, html, retryAfter } = fault;
  const headers: WireAnswer['headers'] = { 'content-type': html === undefined ? JSON_TYPE : HTML };
  if (retryAfter !== undefined) headers['retry-after'] = retryAfter;
  return { status, headers, body: html ?? JSON.stringify(json ?? defaultError(status)) };
}

/** What the fault does at its moment: a status if that was the end of the exchange, otherwise `undefined`. */
async function strike(wire: Wire, fault: Fault): Promise<number | undefined> {
  if (fault.kind === 'refuse') return wire.reset();
  if (fault.kind === 'drop') return wire.drop(fault.by ?? 'socket');
  if (fault.kind === 'hang') return 0;
  if (fault.kind === 'status') return wire.send(statusAnswer(fault));
  if (fault.kind === 'delay' && fault.when !== 'between') await wait(fault.ms);
  return undefined;
}

/** A full page of a list that has no end, made of the items of the right one. */
function endlessPage(body: string, isRepeated: boolean): string {
  const page: { items: { id: number; modelVersionId: number }[]; currentPage: number } = JSON.parse(body);
  const start = 1_000_000 + (isRepeated ? 0 : page.currentPage * 200);
  const items = Array.from({ length: 200 }, (_, at) => {
    const like = page.items[at % Math.max(1, page.items.length)];
    return { modelId: 1, ...like, id: start + at, modelVersionId: start + at };
  });
  return JSON.stringify({ ...page, items, pageSize: 200, totalPages: 5_000_000 });
}

/** The right answer with its body spoilt. */
function distort(answer: WireAnswer, fault: Fault): WireAnswer {
  const bytes = Buffer.from(answer.body);
  if (fault.kind === 'truncated') return { ...answer, body: bytes.subarray(0, Math.ceil(bytes.length / 2)) };
  if (fault.kind === 'malformed') return { ...answer, body: '{"items": [,], oops' };
  if (fault.kind === 'other-shape')
    return { ...answer, body: JSON.stringify(fault.json ?? { unexpected: [1, 'two', null] }) };
  if (fault.kind === 'deep') return { ...answer, body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` };
  if (fault.kind === 'endless-list') return { ...answer, body: endlessPage(bytes.toString(), fault.isRepeated) };
  return answer;
}

/**
 * Serves one exchange under a fault: `work` does what was asked, and is left out where the fault strikes before.
 * A client that goes away does not stop the work, as on the site. The status that was sent, 0 for none.
 */
export async function serveWithFault(
  wire: Wire,
  fault: Fault | undefined,
  work: () => Promise<WireAnswer>,
): Promise<number> {
  if (!fault) return wire.send(await work());
  if (isBeforeWork(fault)) {
    const ended = await strike(wire, fault);
    return ended ?? wire.send(await work());
  }
  const answer = await work();
  const ended = await strike(wire, fault);
  if (ended !== undefined) return ended;
  if (fault.kind === 'cut') return wire.cut(answer);
  return fault.kind === 'endless' ? wire.flood(answer) : wire.send(distort(answer, fault));
}
