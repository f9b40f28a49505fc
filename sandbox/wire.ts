import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer ready to be written. */
export type WireAnswer = {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Uint8Array;
};

/** One exchange's connection, with the rough handling that faults need. */
export type Wire = {
  /** Writes the answer; its status. */
  send(answer: WireAnswer): number;
  /** Announces the whole body, writes its first half, and drops the connection; its status. */
  cut(answer: WireAnswer): number;
  /** Ends the connection without an answer. */
  drop(): number;
  /** Ends it with a reset, as a refused connection looks from outside. */
  reset(): number;
};

/** The wire of one request. `keepAlive` false asks the client to open a new connection next time. */
export function createWire(request: IncomingMessage, response: ServerResponse, keepAlive: boolean): Wire {
  const head = ({ status, headers, body }: WireAnswer) => {
    const all: Record<string, string | string[] | number> = { ...headers, 'content-length': Buffer.byteLength(body) };
    if (!keepAlive) all.connection = 'close';
    response.writeHead(status, all);
  };
  return {
    send: answer => {
      head(answer);
      response.end(answer.body);
      return answer.status;
    },
    cut: answer => {
      head(answer);
      const bytes = Buffer.from(answer.body);
      response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => request.socket.destroy());
      return answer.status;
    },
    drop: () => {
      request.socket.destroy();
      return 0;
    },
    reset: () => {
      request.socket.resetAndDestroy();
      return 0;
    },
  };
}
