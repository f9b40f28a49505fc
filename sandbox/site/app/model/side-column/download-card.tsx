/** @jsxImportSource react */
import type { FileData, ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { useQuery } from '@/sandbox/site/app/data/queries.ts';
import { formatKb } from '@/sandbox/site/app/format/format.ts';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

/** The Download card. Its anchors have an address only for a visitor who may download, once that is known (site-facts.md B.4). */
export function DownloadCard({ model, version }: { model: ModelData; version: VersionData }) {
  const access = useQuery(queries => queries.versionAccess, version.id);
  const files = version.files.filter(file => file.type !== 'Training Data');
  const primary = files[0];
  if (!primary || version.usageControl !== 'Download') return null;
  const isOpen = access?.status === 'success' && access.data.canDownload && model.mode !== 'Archived';
  const href = (file: FileData) => (isOpen ? { href: downloadUrl(version.id, file, file === primary) } : {});
  return (
    <Card className="download-card">
      <div className="card-head">
        <strong>Download</strong>
        <span className="dimmed">
          {files.length} {files.length === 1 ? 'variant' : 'variants'} available
        </span>
      </div>
      {files.map(file => (
        <FileRow key={file.id} file={file} link={file === primary ? undefined : href(file)} />
      ))}
      <div className="card-foot">
        <ButtonLink {...href(primary)} variant="light" fullWidth leftSection={<Icon name="download" size={18} />}>
          {version.paidAccess && !version.canDownload ? 'Early Access' : `Download (${formatKb(primary.sizeKB)})`}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** One file. `link`: the address of its own anchor, which has none as long as nothing may be downloaded. */
function FileRow({ file, link }: { file: FileData; link: { href?: string } | undefined }) {
  return (
    <div className="file-row">
      <span className="file-icon">
        <Icon name="category" size={18} />
      </span>
      <div className="file-text">
        <div>
          {file.metadata.fp ?? file.type} {file.metadata.format}
        </div>
        <div className="dimmed">
          {file.name} • {formatKb(file.sizeKB)}
        </div>
        <div className="verified">
          <Icon name="shield" size={12} /> Verified
        </div>
      </div>
      {link ? (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: without an address it is what the site has (site-facts.md B.4).
        <a className="file-download" aria-label={`Download ${file.name}`} {...link}>
          <Icon name="download" />
        </a>
      ) : null}
    </div>
  );
}

function downloadUrl(versionId: number, file: FileData, isPrimary: boolean): string {
  if (!isPrimary) return `/api/download/models/${versionId}?fileId=${file.id}`;
  const { format, size, fp } = file.metadata;
  const search = new URLSearchParams({ type: file.type, format, ...(size ? { size } : {}), ...(fp ? { fp } : {}) });
  return `/api/download/models/${versionId}?${search}`;
}
