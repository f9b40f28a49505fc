/** @jsxImportSource react */
import { formatKb, modelUrl } from '../format.ts';
import { Link, useRouter } from '../router/context.tsx';
import { Badge } from '../ui/boxes.tsx';
import { NotFound } from './not-found.tsx';

/** `/user/vault`: the site's own list, sixty to a page (site-facts.md A.1). */
export function VaultPage() {
  const { vault } = useRouter().route.pageProps;
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
          {vault.items.map(item => (
            <tr key={item.id}>
              <td>
                <Badge>{item.status}</Badge>
              </td>
              <td>
                <Link href={modelUrl(item.modelId, item.modelName, item.modelVersionId)}>
                  {item.modelName} <span className="dimmed">{item.versionName}</span>
                </Link>
              </td>
              <td>{item.creatorName}</td>
              <td>{item.type}</td>
              <td>{item.addedAt.slice(0, 10)}</td>
              <td>{formatKb(item.sizeKb)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
