import { useEffect, useState } from 'preact/hooks';
import { TwiceSection } from '@/components/twice/twice-section';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import type { CachedItems } from '@/utils/messages/protocol';
import type { VersionFact } from '@/utils/vault/membership';
import type { VaultSummary } from '@/utils/vault/vault-summary';

type Props = { host: PopupHost; snapshot: Snapshot; summary: VaultSummary };

/** Versions that the vault holds more than once, and those that have to come back. */
export function TwicePanel({ host, snapshot, summary }: Props) {
  const { session } = snapshot;
  const [vault, setVault] = useState<CachedItems>();
  const [news, setNews] = useState<ReadonlyMap<number, VersionFact>>(new Map());
  useEffect(() => {
    const ending = new AbortController();
    void host.readItems().then(items => {
      if (ending.signal.aborted || items?.session !== summary.session) return;
      setNews(new Map());
      setVault(items);
    });
    host.onAnnouncement(announcement => {
      if (announcement.announce !== 'facts' || announcement.session !== summary.session) return;
      const { facts } = announcement;
      setNews(before => new Map([...before, ...facts.map(fact => [fact.versionId, fact] as const)]));
    }, ending.signal);
    return () => ending.abort();
  }, [host, summary]);
  if (!vault) return null;
  const facts = new Map<number, VersionFact>(vault.facts.map(fact => [fact.versionId, fact]));
  for (const [versionId, fact] of news) facts.set(versionId, fact);
  const items = vault.items.filter(({ modelVersionId }) => facts.get(modelVersionId)?.state !== 'out');
  return <TwiceSection host={host} session={session} items={items} facts={facts.values()} />;
}
