/** @jsxImportSource react */
import type { VaultRowData } from '@/sandbox/site/app/data/page-props.ts';
import { formatKb } from '@/sandbox/site/app/format/format.ts';
import { useIsNarrow } from '@/sandbox/site/app/hooks/layout.ts';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { Badge } from '@/sandbox/site/app/ui/boxes.tsx';

/** `/user/vault`: the site's own list, sixty to a page (site-facts.md A.1). */
export function VaultPage() {
  const { vault } = useRouter().route.pageProps;
  const isNarrow = useIsNarrow();
  if (!vault) return <NotFound />;
  const share = vault.totalKb > 0 ? Math.min(100, (vault.usedKb / vault.totalKb) * 100) : 100;
  return (
    <div className="plain-page is-wide">
      <h1>Civitai Vault</h1>
      <div className="storage-bar">
        <span style={{ width: `${share}%` }} />
      </div>
      <p className="dimmed">
        {formatKb(vault.usedKb)} of {formatKb(vault.totalKb)} used, {vault.totalItems} items
      </p>
      {isNarrow ? <Cards items={vault.items} /> : <Table items={vault.items} />}
    </div>
  );
}

function Table({ items }: { items: VaultRowData[] }) {
  return (
    <table className="mantine-Table-table">
      <thead>
        <tr>
          <th>Status</th>
          <th>Models</th>
          <th>Creator</th>
          <th>Type</th>
          <th>Added</th>
          <th>Size</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr key={item.id}>
            <td>
              <Badge>{item.status}</Badge>
            </td>
            <td>
              <ShownLink surface="vault-row" to={{ ...item, versionId: item.modelVersionId }}>
                {item.modelName} <span className="dimmed">{item.versionName}</span>
              </ShownLink>
            </td>
            <td>{item.creatorName}</td>
            <td>{item.type}</td>
            <td>{item.addedAt.slice(0, 10)}</td>
            <td>{formatKb(item.sizeKb)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a narrow screen: a grid of plain anchors that load a document, without anything to do (site-facts.md A.1). */
function Cards({ items }: { items: VaultRowData[] }) {
  return (
    <div className="vault-cards">
      {items.map(item => (
        <ShownLink key={item.id} surface="vault-row" to={{ ...item, versionId: item.modelVersionId }} plain>
          <Badge>{item.status}</Badge>
          <span className="recommended-name">{item.modelName}</span>
          <span className="dimmed">{item.versionName}</span>
        </ShownLink>
      ))}
    </div>
  );
}
