import { joinSentences } from '@/utils/sentences/sentences';
import { type TextKey, t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { type ExportRecord, recordOf } from './export-record';

type Cell = string | number | null;

const COLUMNS: readonly (readonly [title: TextKey, read: (record: ExportRecord) => Cell])[] = [
  ['csv.air', ({ air }) => air],
  ['csv.model', ({ modelName }) => modelName],
  ['csv.version', ({ versionName }) => versionName],
  ['csv.creator', ({ creatorName }) => creatorName],
  ['csv.type', ({ type }) => type],
  ['csv.base-model', ({ baseModel }) => baseModel],
  ['csv.category', ({ category }) => category],
  ['csv.status', ({ status }) => status],
  ['csv.added', ({ addedAt }) => addedAt],
  ['csv.version-created', ({ createdAt }) => createdAt],
  ['csv.refreshed', ({ refreshedAt }) => refreshedAt],
  ['csv.total-size', ({ totalSizeKb }) => totalSizeKb],
  ['csv.model-size', ({ modelSizeKb }) => modelSizeKb],
  ['csv.details-size', ({ detailsSizeKb }) => detailsSizeKb],
  ['csv.images-size', ({ imagesSizeKb }) => imagesSizeKb],
  ['csv.notes', ({ notes, notesCut }) => (notesCut ? joinSentences(notes ?? '', t('csv.notes-cut')) : notes)],
  ['csv.files', ({ files, moreFiles }) => JSON.stringify(moreFiles ? [...files, { more: moreFiles }] : files)],
  ['csv.failures', ({ failures }) => failures],
  ['csv.model-id', ({ modelId }) => modelId],
  ['csv.version-id', ({ modelVersionId }) => modelVersionId],
  ['csv.creator-id', ({ creatorId }) => creatorId],
  ['csv.item-id', ({ itemId }) => itemId],
  ['csv.model-page', ({ links }) => links.page],
  ['csv.model-download', ({ links }) => links.model],
  ['csv.details-download', ({ links }) => links.details],
  ['csv.images-download', ({ links }) => links.images],
];

/**
 * Where a spreadsheet could read a formula: at the start of a cell, and after any separator that it may be set to. Leading spaces and
 * control characters don't prevent it, and full-width signs count too.
 */
const STARTS = "['\\s\\p{Cc}]*[=+\\-@＝＋－＠]|'*[\\t\\r]";
const BEFORE = '(?<=^|[;\\t\\r\\n])';
const DANGER = new RegExp(`${BEFORE}(?=${STARTS})`, 'gu');
const GUARDED = new RegExp(`${BEFORE}'(?=${STARTS})`, 'gu');

/**
 * Puts an apostrophe before anything that a spreadsheet could read as a formula: "=1+1" becomes "'=1+1". Apostrophes that are there
 * already get one more, so that {@link unguard} can always undo it.
 */
export function guard(text: string): string {
  return text.replace(DANGER, "'");
}

/** Undoes {@link guard}: removes one apostrophe before anything that could start a formula. */
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
 * The items as CSV (RFC 4180) with a heading and a byte order mark for Excel; texts are guarded, and {@link unguard} restores them.
 * Sizes are KB of 1,024 bytes, times ISO texts in UTC, the files are JSON, and an unknown value is empty.
 */
export function writeCsv(items: readonly MirroredItem[]): string {
  const heading = COLUMNS.map(([title]) => write(t(title))).join(',');
  const lines = items.map(item => {
    const record = recordOf(item);
    return COLUMNS.map(([, read]) => write(read(record))).join(',');
  });
  return `\ufeff${[heading, ...lines].join('\r\n')}\r\n`;
}
