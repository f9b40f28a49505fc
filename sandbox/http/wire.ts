import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';

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
  /** Writes the answer, then blanks until the client goes away; its status. */
  flood(answer: WireAnswer): number;
  /** Ends the connection without an answer. */
  drop(): number;
  /** Ends it with a reset, as a refused connection looks from outside. */
  reset(): number;
};

/** The connections under TLS by the client's port, because only they can be reset. */
type RawSockets = Map<number, Socket>;

/** Keeps account of a server's connections. */
export function trackSockets(server: Server): RawSockets {
  const sockets: RawSockets = new Map();
  server.on('connection', (socket: Socket) => {
    const port = socket.remotePort;
    if (port === undefined) return;
    sockets.set(port, socket);
    socket.once('close', () => {
      if (sockets.get(port) === socket) sockets.delete(port);
    });
  });
  return sockets;
}

/** The wire of one request. `keepAlive` false asks the client to open a new connection next time. */
export function createWire(
  { request, response, sockets }: { request: IncomingMessage; response: ServerResponse; sockets: RawSockets },
  keepAlive: boolean,
): Wire {
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
    flood: ({ status, headers, body }) => {
      response.writeHead(status, { ...headers, connection: 'close' });
      Readable.from(endlessly(body)).pipe(response);
      return status;
    },
    drop: () => {
      request.socket.destroy();
      return 0;
    },
    reset: () => {
      sockets.get(request.socket.remotePort ?? 0)?.resetAndDestroy();
      request.socket.destroy();
      return 0;
    },
  };
}

function* endlessly(body: WireAnswer['body']): Generator<WireAnswer['body']> {
  yield body;
  const blanks = ' '.repeat(65_536);
  for (;;) yield blanks;
}
