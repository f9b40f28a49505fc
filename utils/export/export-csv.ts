import type { MirroredItem } from '@/utils/vault/vault-item';
import { type ExportRecord, recordOf } from './export-record';

type Cell = string | number | null;

const COLUMNS: readonly (readonly [title: string, read: (record: ExportRecord) => Cell])[] = [
  ['AIR', ({ air }) => air],
  ['Model', ({ modelName }) => modelName],
  ['Version', ({ versionName }) => versionName],
  ['Creator', ({ creatorName }) => creatorName],
  ['Type', ({ type }) => type],
  ['Base model', ({ baseModel }) => baseModel],
  ['Category', ({ category }) => category],
  ['Status', ({ status }) => status],
  ['Added', ({ addedAt }) => addedAt],
  ['Version created', ({ createdAt }) => createdAt],
  ['Refreshed', ({ refreshedAt }) => refreshedAt],
  ['Total size (KB)', ({ totalSizeKb }) => totalSizeKb],
  ['Model size (KB)', ({ modelSizeKb }) => modelSizeKb],
  ['Details size (KB)', ({ detailsSizeKb }) => detailsSizeKb],
  ['Images size (KB)', ({ imagesSizeKb }) => imagesSizeKb],
  ['Notes', ({ notes }) => notes],
  ['Files', ({ files }) => JSON.stringify(files)],
  ['Failures', ({ failures }) => failures],
  ['Model ID', ({ modelId }) => modelId],
  ['Version ID', ({ modelVersionId }) => modelVersionId],
  ['Creator ID', ({ creatorId }) => creatorId],
  ['Item ID', ({ itemId }) => itemId],
  ['Model page', ({ links }) => links.page],
  ['Model download', ({ links }) => links.model],
  ['Details download', ({ links }) => links.details],
  ['Images download', ({ links }) => links.images],
];

/**
 * Where a spreadsheet could take what follows for a formula: at the start of a cell, and behind everything that a spreadsheet set to
 * another separator takes for one. Spaces and control characters before it don't help; full-width signs count, too.
 */
const STARTS = "['\\s\\p{Cc}]*[=+\\-@＝＋－＠]|'*[\\t\\r]";
const BEFORE = '(?<=^|[;\\t\\r\\n])';
const DANGER = new RegExp(`${BEFORE}(?=${STARTS})`, 'gu');
const GUARDED = new RegExp(`${BEFORE}'(?=${STARTS})`, 'gu');

/**
 * A text that no spreadsheet takes for a formula: an apostrophe is put before what could start one, "=1+1" becomes "'=1+1". A text
 * that has apostrophes there already gets one more, so that {@link unguard} always finds the way back.
 */
export function guard(text: string): string {
  return text.replace(DANGER, "'");
}

/** The text that {@link guard} was given: takes one apostrophe away from before everything that could start a formula. */
export function unguard(text: string): string {
  return text.replace(GUARDED, '');
}

function write(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guard(cell);
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The items as CSV (RFC 4180): commas, CRLF, a heading, UTF-8 with the mark by which Excel knows it. Unknown is empty. Sizes are KB of
 * 1,024 bytes, times ISO texts in UTC; `Files` is JSON. Texts are guarded against formulas; to get them back exactly, read the file
 * as CSV and take away one apostrophe wherever `'` stands at the start of a text, or behind `;`, a tab or a line break in it, and is
 * followed by one of `= + - @` (apostrophes and spaces may come between) or by a tab or carriage return.
 */
export function writeCsv(items: readonly MirroredItem[]): string {
  const heading = COLUMNS.map(([title]) => write(title)).join(',');
  const lines = items.map(item => {
    const record = recordOf(item);
    return COLUMNS.map(([, read]) => write(read(record))).join(',');
  });
  return `\ufeff${[heading, ...lines].join('\r\n')}\r\n`;
}
