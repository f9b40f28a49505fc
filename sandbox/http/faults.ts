import type { Endpoint } from './endpoint.ts';

/** Before or after the server has done what was asked; for a read only the moment differs. */
type Moment = 'before-commit' | 'after-commit';

/**
 * What ends an exchange: the socket, the session of HTTP/2, a GOAWAY that leaves the stream out, or the stream alone. That one is closed
 * with REFUSED_STREAM (`refused`) or with an error (`stream`), and HTTP/1.1 knows only the socket.
 */
export type DropBy = 'socket' | 'session' | 'goaway' | 'refused' | 'stream';

/** What goes wrong. */
export type FaultKind =
  /** The connection is reset as soon as the request is there. */
  | { kind: 'refuse' }
  /** No answer, ever; the connection stays open. */
  | { kind: 'hang'; when?: Moment }
  /** No answer: the connection is closed, or what else `by` says. */
  | { kind: 'drop'; when: Moment; by?: DropBy }
  /** Everything is right, but late. `between`: between a toggle's look at what exists and its write. */
  | { kind: 'delay'; ms: number; when?: Moment | 'between' }
  /** This status, with a JSON body unless `html` is given. */
  | {
      kind: 'status';
      status: number;
      json?: unknown;
      html?: string;
      /** Of a 429 or 503: seconds or an HTTP date. */
      retryAfter?: string;
      when?: Moment;
    }
  /** The right answer's first half, properly ended. */
  | { kind: 'truncated' }
  /** The right answer's first half, then the stream or the connection of HTTP/1.1 breaks off. */
  | { kind: 'cut' }
  /** A body that is no JSON. */
  | { kind: 'malformed' }
  /** A body that is JSON, but of another shape. */
  | { kind: 'other-shape'; json?: unknown }
  /** The right answer, then blanks without an end: JSON of any size. */
  | { kind: 'endless' }
  /** JSON of 100,000 lists in each other. */
  | { kind: 'deep' }
  /** Every page of the vault's list is full, of items that no page had before or always of the same; the count is the right one. */
  | { kind: 'endless-list'; isRepeated: boolean };

/** Which requests it meets: all that match everything given. */
type FaultTarget = {
  endpoint?: Endpoint;
  /** `POST` to `vault/get` is the question whether streams are carried. */
  method?: 'GET' | 'POST';
  /** Any of the ids that the request names. */
  versionId?: number;
  /** The model that `models/{id}` or `models?ids=` names. */
  modelId?: number;
  /** User name. */
  account?: string;
  /** How many requests it meets before it is gone; until cleared when left out. */
  times?: number;
};

export type Fault = FaultTarget & FaultKind;

/** A fault in place. */
export type PlacedFault = { hits(): number; remove(): void };

type FaultQuery = {
  endpoint: Endpoint;
  method: string;
  versionIds: number[];
  modelIds: number[];
  account: string | undefined;
};

export type Faults = {
  add(fault: Fault): PlacedFault;
  clear(): void;
  /** The first placed fault that the request meets; counts the hit. For the server. */
  take(query: FaultQuery): Fault | undefined;
};

function meets(fault: FaultTarget, query: FaultQuery): boolean {
  return (
    (fault.endpoint === undefined || fault.endpoint === query.endpoint) &&
    (fault.method === undefined || fault.method === query.method) &&
    (fault.versionId === undefined || query.versionIds.includes(fault.versionId)) &&
    (fault.modelId === undefined || query.modelIds.includes(fault.modelId)) &&
    (fault.account === undefined || fault.account === query.account)
  );
}

/** No faults yet. */
export function createFaults(): Faults {
  let placed: { fault: Fault; hits: number }[] = [];
  return {
    add: fault => {
      const entry = { fault, hits: 0 };
      placed.push(entry);
      const remove = () => {
        placed = placed.filter(other => other !== entry);
      };
      return { hits: () => entry.hits, remove };
    },
    clear: () => {
      placed = [];
    },
    take: query => {
      const entry = placed.find(({ fault, hits }) => hits < (fault.times ?? Infinity) && meets(fault, query));
      if (!entry) return undefined;
      entry.hits += 1;
      return entry.fault;
    },
  };
}
