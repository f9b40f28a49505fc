import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { VaultItemRow } from '@/sandbox/records.ts';
import { readCsv } from '@/tests/contract/read-csv.ts';
import { type SandboxApi, startSandboxApi } from '@/tests/contract/sandbox-api.ts';
import { getMessage } from '@/tests/unit/support/english.ts';
import { unguard, writeCsv } from '@/utils/export/export-csv';
import { exportName, writeJson } from '@/utils/export/export-json';

import { type ReadVault, readThreeVaults, VAULTS } from './three-vaults.ts';

/** The export, compared with the sandbox's own database field by field. */
let api: SandboxApi;
let readVaultOf: (name: string) => ReadVault;

beforeAll(async () => {
  // The headings are texts, which the browser has.
  vi.stubGlobal('chrome', { runtime: { id: 'vaulted' }, i18n: { getMessage } });
  api = await startSandboxApi();
  readVaultOf = await readThreeVaults(api);
}, 60_000);
afterAll(() => api.sandbox.close());

function vaultOf(name: string) {
  const { items, rows } = readVaultOf(name);
  return { items, rows: new Map(rows.map(row => [row.id, row])) };
}

const download = (row: VaultItemRow, type: string) => `https://civitai.com/api/download/vault/${row.id}?type=${type}`;
const page = (row: VaultItemRow) => `https://civitai.com/models/${row.modelId}?modelVersionId=${row.modelVersionId}`;
const sizeOf = (row: VaultItemRow) => row.modelSizeKb + row.detailsSizeKb + row.imagesSizeKb;
const filesOf = (row: VaultItemRow) =>
  row.files.map(file => ({ id: file.id, sizeKb: file.sizeKB, name: file.displayName }));

describe.each(VAULTS)('the vault of %s', name => {
  it('is as JSON what the database has', () => {
    const { items, rows } = vaultOf(name);
    const head = {
      scope: 'vault',
      exportedAt: Date.UTC(2026, 10, 22),
      asOf: Date.UTC(2026, 10, 21),
      username: name,
    } as const;
    const { items: exported, ...about } = JSON.parse(writeJson(items, head));
    expect(about).toEqual({
      format: 'vaulted-vault',
      schemaVersion: 1,
      scope: 'vault',
      exportedAt: '2026-11-22T00:00:00.000Z',
      asOf: '2026-11-21T00:00:00.000Z',
      username: name,
      count: rows.size,
    });
    expect(exported).toHaveLength(rows.size);
    for (const { air, ...record } of exported) {
      const row = rows.get(record.itemId);
      if (!row) throw new Error(`no row ${record.itemId}`);
      expect(air).toMatch(new RegExp(`^urn:air:(\\w+:\\w+:)?civitai:${row.modelId}@${row.modelVersionId}$`));
      expect(record).toEqual({
        itemId: row.id,
        modelVersionId: row.modelVersionId,
        modelId: row.modelId,
        modelName: row.modelName,
        versionName: row.versionName,
        creatorId: row.creatorId,
        creatorName: row.creatorName,
        type: row.type,
        baseModel: row.baseModel,
        category: row.category,
        status: row.status,
        failures: row.meta.failures,
        modelSizeKb: row.modelSizeKb,
        detailsSizeKb: row.detailsSizeKb,
        imagesSizeKb: row.imagesSizeKb,
        totalSizeKb: sizeOf(row),
        addedAt: row.addedAt,
        createdAt: row.createdAt,
        refreshedAt: row.refreshedAt,
        notes: row.notes,
        files: filesOf(row),
        links: {
          page: page(row),
          model: download(row, 'model'),
          details: download(row, 'details'),
          images: download(row, 'images'),
        },
      });
    }
  });

  it('is as CSV what the database has, and nothing in it starts a formula', () => {
    const { items, rows } = vaultOf(name);
    const lines = readCsv(writeCsv(items));
    expect(lines).toHaveLength(rows.size);
    for (const line of lines) {
      const row = rows.get(Number(line['Item ID']));
      if (!row) throw new Error(`no row ${line['Item ID']}`);
      const { AIR, ...cells } = Object.fromEntries(Object.entries(line).map(([title, cell]) => [title, unguard(cell)]));
      expect(AIR).toContain(`${row.modelId}@${row.modelVersionId}`);
      expect(JSON.parse(cells.Files ?? '')).toEqual(filesOf(row));
      expect(cells).toEqual({
        Model: row.modelName,
        Version: row.versionName,
        Creator: row.creatorName,
        'Creator ID': String(row.creatorId ?? ''),
        Type: row.type,
        'Base model': row.baseModel,
        Category: row.category,
        Status: row.status,
        Added: row.addedAt ?? '',
        'Version created': row.createdAt ?? '',
        Refreshed: row.refreshedAt ?? '',
        'Total size (KB)': String(sizeOf(row)),
        'Model size (KB)': String(row.modelSizeKb),
        'Details size (KB)': String(row.detailsSizeKb),
        'Images size (KB)': String(row.imagesSizeKb),
        Notes: row.notes ?? '',
        Files: cells.Files,
        Failures: String(row.meta.failures),
        'Model ID': String(row.modelId),
        'Version ID': String(row.modelVersionId),
        'Item ID': String(row.id),
        'Model page': page(row),
        'Model download': download(row, 'model'),
        'Details download': download(row, 'details'),
        'Images download': download(row, 'images'),
      });
      for (const cell of Object.values(line)) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
    }
  });

  it('names no key and no internal address', () => {
    const { items } = vaultOf(name);
    for (const text of [writeCsv(items), writeJson(items, { scope: 'vault', exportedAt: 0 })]) {
      expect(text).not.toMatch(/storage\.sandbox\.invalid|X-Amz|token=/);
      for (const key of Object.values(keys)) expect(text).not.toContain(key);
    }
  });
});

describe('the file’s name', () => {
  it.each([
    [{ scope: 'vault', username: 'small' }, 'vaulted-small-2026-11-22.csv'],
    [{ scope: 'selection', username: '水墨/../x' }, 'vaulted-水墨x-selection-2026-11-22.csv'],
    [{ scope: 'shown' }, 'vaulted-shown-2026-11-22.csv'],
  ] as const)('%o', (head, expected) => {
    expect(exportName({ ...head, exportedAt: Date.UTC(2026, 10, 22, 12) }, 'csv')).toBe(expected);
  });
});
