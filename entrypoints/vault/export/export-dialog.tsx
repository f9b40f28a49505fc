import { useState } from 'preact/hooks';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { writeCsv } from '@/utils/export/export-csv';
import { type ExportHead, type ExportScope, exportName, writeJson } from '@/utils/export/export-json';
import { countOf } from '@/utils/sentences/format';
import type { MirroredItem } from '@/utils/vault/vault-item';

type Format = 'csv' | 'json';

const FORMATS: readonly { format: Format; title: string; lead: string }[] = [
  {
    format: 'csv',
    title: 'CSV',
    lead: 'For spreadsheets. Names that could run as a formula get an apostrophe in front.',
  },
  { format: 'json', title: 'JSON', lead: 'For programs, with every field exactly as your vault has it.' },
];

type Props = {
  host: Pick<VaultHost, 'save' | 'now'>;
  /** What can be exported, the widest first; each that would be empty or the same as another is left out. */
  scopes: readonly { scope: ExportScope; title: string; items: readonly MirroredItem[] }[];
  head: Omit<ExportHead, 'scope' | 'exportedAt'>;
  /** The vault may hold more than is known. */
  isPartial: boolean;
  onClose: () => void;
};

/** What to export, and as what. */
export function ExportDialog({ host, scopes, head, isPartial, onClose }: Props) {
  const [scope, setScope] = useState<ExportScope>(scopes.at(-1)?.scope ?? 'vault');
  const [format, setFormat] = useState<Format>('csv');
  const chosen = scopes.find(each => each.scope === scope);
  const save = (): void => {
    const items = chosen?.items ?? [];
    const full: ExportHead = { ...head, scope, exportedAt: host.now() };
    if (format === 'csv') host.save(exportName(full, 'csv'), 'text/csv;charset=utf-8', writeCsv(items));
    else host.save(exportName(full, 'json'), 'application/json', writeJson(items, full));
    onClose();
  };
  const footer = (
    <>
      <button type="button" class="button button--quiet" onClick={onClose}>
        Cancel
      </button>
      <button type="button" class="button" onClick={save}>
        Save {format.toUpperCase()}, {countOf(chosen?.items.length ?? 0, 'version')}
      </button>
    </>
  );
  return (
    <Dialog place="middle" title="Export" onClose={onClose} footer={footer}>
      {isPartial && (
        <p class="note" data-tone="warning">
          Your vault hasn’t been read to its end yet: there may be more in it than is exported now.
        </p>
      )}
      <fieldset class="options">
        <legend>What</legend>
        {scopes.map(({ scope: each, title, items }) => (
          <label key={each}>
            <input type="radio" name="scope" checked={each === scope} onChange={() => setScope(each)} />
            <span>
              {title} <span class="option-lead">{countOf(items.length, 'version')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="options">
        <legend>As</legend>
        {FORMATS.map(({ format: each, title, lead }) => (
          <label key={each}>
            <input type="radio" name="format" checked={each === format} onChange={() => setFormat(each)} />
            <span>
              {title} <span class="option-lead">{lead}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
