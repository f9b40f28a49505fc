import { inflateSync } from 'node:zlib';

/** The pixels of a screenshot, as browsers write them: 8 bits for each of 3 or 4 channels, not interlaced (PNG specification, 9). */
export type Pixels = { width: number; channels: number; data: Uint8Array };

/** Reads such a picture. */
export function readPng(file: Uint8Array): Pixels {
  const bytes = Buffer.from(file);
  const [width, height, channels] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const packed = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const data = new Uint8Array(row * height);
  for (let line = 0; line < height; line += 1) readLine(packed, line, { row, channels, data });
  return { width, channels, data };
}

type Target = { row: number; channels: number; data: Uint8Array };

function readLine(packed: Uint8Array, line: number, { row, channels, data }: Target): void {
  const from = line * (row + 1);
  const filter = packed[from] ?? 0;
  for (let index = 0; index < row; index += 1) {
    const at = line * row + index;
    const left = index >= channels ? (data[at - channels] ?? 0) : 0;
    const up = line > 0 ? (data[at - row] ?? 0) : 0;
    const corner = index >= channels && line > 0 ? (data[at - row - channels] ?? 0) : 0;
    data[at] = (packed[from + 1 + index] ?? 0) + predict(filter, left, up, corner);
  }
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
