import { type IncomingMessage, ServerResponse } from 'node:http';
import { constants, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { DropBy } from './faults.ts';

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
  /** Announces the whole body, writes its first half, and breaks off: the stream of HTTP/2, the connection of HTTP/1.1; its status. */
  cut(answer: WireAnswer): number;
  /** Writes the answer, then blanks until the client goes away; its status. */
  flood(answer: WireAnswer): number;
  /** Ends the exchange without an answer. HTTP/1.1 knows only the socket. */
  drop(by: DropBy): number;
  /** Ends the connection with a reset, as a refused one looks from outside. */
  reset(): number;
};

/** One request on its way in, whatever the protocol. */
export type Message = IncomingMessage | Http2ServerRequest;
export type Reply = ServerResponse | Http2ServerResponse;

/** The connections under TLS by the client's port, because only they can be reset. */
export type RawSockets = Map<number, Socket>;

/** Keeps account of a server's connections. */
export function trackSockets(server: NodeJS.EventEmitter): RawSockets {
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

type Ends = { request: Message; response: Reply; sockets: RawSockets };

/** The wire of one request. `keepAlive` false: the client needs a new connection next time. */
export function createWire(ends: Ends, keepAlive: boolean): Wire {
  const { request, response, sockets } = ends;
  const raw = sockets.get(request.socket?.remotePort ?? 0);
  const reset = () => {
    raw?.resetAndDestroy();
    return 0;
  };
  const wire =
    response instanceof ServerResponse ? socketWire(response, keepAlive) : streamWire(response, raw, keepAlive);
  return { ...wire, reset };
}

function headersOf({ headers, body }: WireAnswer): Record<string, string | string[] | number> {
  return { ...headers, 'content-length': Buffer.byteLength(body) };
}

function firstHalf(body: WireAnswer['body']): Uint8Array {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, Math.ceil(bytes.length / 2));
}

/** HTTP/1.1: one exchange at a time on a connection. */
function socketWire(response: ServerResponse, keepAlive: boolean): Omit<Wire, 'reset'> {
  const head = (answer: WireAnswer) => {
    response.writeHead(answer.status, { ...headersOf(answer), ...(!keepAlive && { connection: 'close' }) });
  };
  return {
    send: answer => {
      head(answer);
      response.end(answer.body);
      return answer.status;
    },
    cut: answer => {
      head(answer);
      response.write(firstHalf(answer.body), () => response.socket?.destroy());
      return answer.status;
    },
    flood: ({ status, headers, body }) => {
      response.writeHead(status, { ...headers, connection: 'close' });
      Readable.from(endlessly(body)).pipe(response);
      return status;
    },
    drop: () => {
      response.socket?.destroy();
      return 0;
    },
  };
}

/** HTTP/2: the exchange is one stream of a session, which shares its socket with others. */
function streamWire(response: Http2ServerResponse, raw: Socket | undefined, keepAlive: boolean): Omit<Wire, 'reset'> {
  const { stream } = response;
  const { session } = stream;
  const head = (answer: WireAnswer) => {
    if (!stream.destroyed) response.writeHead(answer.status, headersOf(answer));
  };
  const drops: Record<DropBy, () => unknown> = {
    socket: () => raw?.destroy(),
    session: () => session?.destroy(),
    // It says of this stream, and of no earlier one, that it was not handled.
    goaway: () => {
      session?.goaway(constants.NGHTTP2_NO_ERROR, stream.id ? stream.id - 2 : 0);
      session?.close();
      stream.close(constants.NGHTTP2_NO_ERROR);
    },
    refused: () => stream.close(constants.NGHTTP2_REFUSED_STREAM),
    stream: () => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
  };
  return {
    send: answer => {
      head(answer);
      response.end(answer.body);
      if (!keepAlive) session?.close();
      return answer.status;
    },
    cut: answer => {
      head(answer);
      // A reset overtakes what is still to be written.
      const reset = () => setTimeout(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR), 50);
      response.write(firstHalf(answer.body), reset);
      return answer.status;
    },
    flood: ({ status, headers, body }) => {
      response.writeHead(status, headers);
      Readable.from(endlessly(body)).pipe(response);
      return status;
    },
    drop: by => {
      drops[by]();
      return 0;
    },
  };
}

function* endlessly(body: WireAnswer['body']): Generator<WireAnswer['body']> {
  yield body;
  const blanks = ' '.repeat(65_536);
  for (;;) yield blanks;
}
