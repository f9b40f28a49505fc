import { useState } from 'preact/hooks';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { writeCsv } from '@/utils/export/export-csv';
import { type ExportHead, type ExportScope, exportName, writeJson } from '@/utils/export/export-json';
import { countOf } from '@/utils/sentences/format';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { Options } from './options';

const FORMATS = [
  {
    value: 'csv',
    title: 'CSV',
    lead: 'For spreadsheets. Names that could run as a formula get an apostrophe in front.',
  },
  { value: 'json', title: 'JSON', lead: 'For programs, with every field exactly as your vault has it.' },
] as const;

type Format = (typeof FORMATS)[number]['value'];

type Props = {
  host: Pick<VaultHost, 'save' | 'now'>;
  /** The parts that can be exported, the largest first; none is empty or the same as another. */
  scopes: readonly { scope: ExportScope; title: string; items: readonly MirroredItem[] }[];
  head: Omit<ExportHead, 'scope' | 'exportedAt'>;
  /** The vault may hold more than this browser knows. */
  isPartial: boolean;
  onClose: () => void;
};

/** The choice of what to export, and in which format. */
export function ExportDialog({ host, scopes, head, isPartial, onClose }: Props) {
  const [scope, setScope] = useState<ExportScope>(scopes.at(-1)?.scope ?? 'vault');
  const [format, setFormat] = useState<Format>('csv');
  const items = scopes.find(each => each.scope === scope)?.items ?? [];
  const save = (): void => {
    const full: ExportHead = { ...head, scope, exportedAt: host.now() };
    if (format === 'csv') host.save(exportName(full, 'csv'), 'text/csv;charset=utf-8', writeCsv(items));
    else host.save(exportName(full, 'json'), 'application/json', writeJson(items, full));
    onClose();
  };
  const footer = <Foot format={format} count={items.length} onSave={save} onClose={onClose} />;
  const scopeOptions = scopes.map(each => ({
    value: each.scope,
    title: each.title,
    lead: countOf(each.items.length, 'version'),
  }));
  return (
    <Dialog place="middle" title="Export" onClose={onClose} footer={footer}>
      {isPartial && (
        <p class="note" data-tone="warning">
          Your vault hasn’t been read to its end yet: there may be more in it than is exported now.
        </p>
      )}
      <Options name="scope" legend="What" options={scopeOptions} chosen={scope} onChoose={setScope} />
      <Options name="format" legend="As" options={FORMATS} chosen={format} onChoose={setFormat} />
    </Dialog>
  );
}

type FootProps = { format: Format; count: number; onSave: () => void; onClose: () => void };

function Foot({ format, count, onSave, onClose }: FootProps) {
  return (
    <>
      <button type="button" class="button button--quiet" onClick={onClose}>
        Cancel
      </button>
      <button type="button" class="button" onClick={onSave}>
        Save {format.toUpperCase()}, {countOf(count, 'version')}
      </button>
    </>
  );
}
