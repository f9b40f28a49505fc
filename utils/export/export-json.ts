import type { MirroredItem } from '@/utils/vault/vault-item';
import { type ExportRecord, recordOf } from './export-record';

/** Raised when a reader of older files could misread a newer one. */
const SCHEMA_VERSION = 1;

/** What of the vault was exported. */
export type ExportScope = 'vault' | 'shown' | 'selection';

/** What an export says of itself. Times are epoch ms. */
export type ExportHead = {
  scope: ExportScope;
  exportedAt: number;
  /** When all of it was so; left out while the vault has never been read to its end. */
  asOf?: number;
  username?: string;
};

export type ExportFile = {
  format: 'vaulted-vault';
  schemaVersion: typeof SCHEMA_VERSION;
  scope: ExportScope;
  exportedAt: string;
  /** Null: the vault was never read to its end, so there may be more in it. */
  asOf: string | null;
  /** Whose vault it is; null for a key that doesn't say. */
  username: string | null;
  count: number;
  items: ExportRecord[];
};

/** The items as a JSON text, two spaces deep. */
export function writeJson(items: readonly MirroredItem[], head: ExportHead): string {
  const file: ExportFile = {
    format: 'vaulted-vault',
    schemaVersion: SCHEMA_VERSION,
    scope: head.scope,
    exportedAt: new Date(head.exportedAt).toISOString(),
    asOf: head.asOf === undefined ? null : new Date(head.asOf).toISOString(),
    username: head.username ?? null,
    count: items.length,
    items: items.map(recordOf),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The file's name: whose vault, which part of it, and the day in UTC. Nothing in it is special to any file system. */
export function exportName({ scope, exportedAt, username }: ExportHead, ending: 'csv' | 'json'): string {
  const day = new Date(exportedAt).toISOString().slice(0, 10);
  const who = (username ?? '').replace(/[^\p{L}\p{N}_-]+/gu, '');
  return [`vaulted`, who, scope === 'vault' ? '' : scope, day].filter(Boolean).join('-').concat('.', ending);
}
