import { useEffect, useState } from 'preact/hooks';
import { countOf } from '@/utils/format';
import type { KnownItem } from '@/utils/vault-item';
import { readVault } from './read-vault';
import type { VaultHost } from './vault-host';

/** The vault page. */
export function App({ host }: { host: VaultHost }) {
  const [items, setItems] = useState<KnownItem[]>();
  useEffect(() => {
    void readVault(host).then(vault => vault.ok && setItems(vault.value.items));
  }, [host]);
  return (
    <main>
      <h1>Your vault</h1>
      {items && <p>{countOf(items.length, 'version')}</p>}
    </main>
  );
}
