import type { Endpoint } from './endpoint.ts';

/** One request as the sandbox saw it. */
export type LoggedRequest = {
  /** When it arrived, by the sandbox's clock, epoch ms. */
  at: number;
  endpoint: Endpoint;
  method: string;
  host: string;
  path: string;
  search: string;
  /** Version ids that the path, query or tRPC input named, as numbers. */
  versionIds: number[];
  /** User name, once the credentials were accepted. */
  account: string | undefined;
  /** The header's full value. */
  authorization: string | undefined;
  /** True if any cookie came with it. */
  cookie: boolean;
  origin: string | undefined;
  /** `1.1` or `2.0`. */
  protocol: string;
  /** A POST that didn't say how long its body is. */
  isStreamed: boolean;
  /** 0 while there is no answer, and for ever where a fault withheld it. */
  status: number;
  /** What a toggle committed, also where the answer was lost. */
  toggled?: 'add' | 'remove';
  /** Kind of the fault that it met. */
  fault?: string;
};

export type RequestLog = {
  all(): LoggedRequest[];
  of(endpoint: Endpoint): LoggedRequest[];
  /** Requests that named the version. */
  about(versionId: number): LoggedRequest[];
  push(entry: LoggedRequest): void;
  clear(): void;
};

/** An empty log. Entries are filled in as the answer goes out. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    all: () => entries,
    of: endpoint => entries.filter(entry => entry.endpoint === endpoint),
    about: versionId => entries.filter(entry => entry.versionIds.includes(versionId)),
    push: entry => {
      entries.push(entry);
    },
    clear: () => {
      entries = [];
    },
  };
}
