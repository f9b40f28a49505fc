import type { MirroredItem } from '@/utils/vault/vault-item';
import { type ExportRecord, recordOf } from './export-record';

/** Raised when a reader of older files could misread newer ones. */
const SCHEMA_VERSION = 1;

/** Which part of the vault was exported. */
export type ExportScope = 'vault' | 'shown' | 'selection';

/** The head of an export. Times are epoch ms. */
export type ExportHead = {
  scope: ExportScope;
  exportedAt: number;
  /** When the whole vault was last read; left out while it never was. */
  asOf?: number;
  username?: string;
};

type ExportFile = {
  format: 'vaulted-vault';
  schemaVersion: typeof SCHEMA_VERSION;
  scope: ExportScope;
  exportedAt: string;
  /** Null: the vault was never read to its end, so it may hold more. */
  asOf: string | null;
  /** The vault's owner; null for a key that doesn't say. */
  username: string | null;
  count: number;
  items: ExportRecord[];
};

/** The items as JSON, indented by two spaces. */
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

/** The file's name: owner, scope, and the day in UTC. No character in it is special to any file system. */
export function exportName({ scope, exportedAt, username }: ExportHead, ending: 'csv' | 'json'): string {
  const day = new Date(exportedAt).toISOString().slice(0, 10);
  const who = (username ?? '').replace(/[^\p{L}\p{N}_-]+/gu, '');
  return [`vaulted`, who, scope === 'vault' ? '' : scope, day].filter(Boolean).join('-').concat('.', ending);
}
