import { useState } from 'preact/hooks';
import { Plural } from '@/components/text';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { writeCsv } from '@/utils/export/export-csv';
import { type ExportHead, type ExportScope, exportName, writeJson } from '@/utils/export/export-json';
import { t, tn } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { Options } from './options';

const FORMATS = ['csv', 'json'] as const;

type Format = (typeof FORMATS)[number];

type Props = {
  host: Pick<VaultHost, 'save' | 'now'>;
  /** The parts that can be exported, the largest first; none is empty or the same as another. */
  scopes: readonly { scope: ExportScope; items: readonly MirroredItem[] }[];
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
  return (
    <Dialog place="middle" title={t('export.title')} onClose={onClose} footer={footer}>
      {isPartial && (
        <p class="note" data-tone="warning">
          {t('export.partial')}
        </p>
      )}
      <Options
        name="scope"
        legend={t('export.what')}
        options={scopes.map(each => scopeOption(each.scope, each.items.length))}
        chosen={scope}
        onChoose={setScope}
      />
      <Options
        name="format"
        legend={t('export.as')}
        options={FORMATS.map(formatOption)}
        chosen={format}
        onChoose={setFormat}
      />
    </Dialog>
  );
}

function scopeOption(value: ExportScope, count: number) {
  return { value, title: t(`export.scope.${value}`), lead: <Plural id="versions" count={count} /> };
}

function formatOption(value: Format) {
  return { value, title: t(`export.${value}.title`), lead: t(`export.${value}.lead`) };
}

type FootProps = { format: Format; count: number; onSave: () => void; onClose: () => void };

function Foot({ format, count, onSave, onClose }: FootProps) {
  return (
    <>
      <button type="button" class="button button--quiet" onClick={onClose}>
        {t('action.cancel')}
      </button>
      <button type="button" class="button" onClick={onSave}>
        {tn(`export.${format}.save`, count)}
      </button>
    </>
  );
}
