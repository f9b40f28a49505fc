/** @jsxImportSource react */
import { useContext, useState } from 'react';
import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { QueriesContext, useQuery } from '@/sandbox/site/app/data/queries.ts';
import { mutateTrpc } from '@/sandbox/site/app/data/trpc.ts';
import { UpsellModal } from '@/sandbox/site/app/dialogs/upsell-modal.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { useColorScheme } from '@/sandbox/site/app/shell/color-scheme.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

/** Whether the button stands, and whether its click asks the server or advertises a membership. */
function useOffer(model: ModelData, version: VersionData): { isMember: boolean; isOffered: boolean } {
  const { session, flags } = useRouter().route.pageProps;
  const access = useQuery(stores => stores.versionAccess, version.id);
  const isMember = Boolean(session?.user.tier && session.user.tier !== 'free');
  const isOffered =
    flags.vault &&
    access?.status === 'success' &&
    access.data.canDownload &&
    version.usageControl === 'Download' &&
    model.availability !== 'Private';
  return { isMember, isOffered };
}

/**
 * The site's own vault button, faults included (site-facts.md B.3). It comes late, asks once and keeps the answer for ever; its
 * own click just inverts that, whatever the server has done.
 */
export function VaultButton({ model, version }: { model: ModelData; version: VersionData }) {
  const queries = useContext(QueriesContext);
  const { isMember, isOffered } = useOffer(model, version);
  const answer = useQuery(stores => stores.inVault, isOffered && isMember ? version.id : null);
  const [isBusy, setBusy] = useState(false);
  const [isUpselling, setUpselling] = useState(false);
  const { scheme } = useColorScheme();
  if (!isOffered) return null;

  const inVault = answer?.status === 'success' && answer.data;
  const toggle = async () => {
    if (!isMember) return setUpselling(true);
    setBusy(true);
    try {
      await mutateTrpc('vault.toggleModelVersion', { modelVersionId: version.id });
      queries.inVault.set(version.id, { status: 'success', data: !inVault });
    } catch {
      // The site shows a toast here; what it remembers stays as it was.
    } finally {
      setBusy(false);
    }
  };
  const look = scheme === 'dark' ? 'filled' : 'light';
  return (
    <>
      <Button
        aria-label={inVault ? 'Remove from Vault' : 'Add to Vault'}
        color={inVault ? 'green' : 'gray'}
        variant={inVault ? 'light' : look}
        className="icon-button flex-1"
        disabled={isBusy}
        loading={isBusy}
        onClick={toggle}
      >
        <Icon name={inVault ? 'cloudCheck' : 'cloudLock'} size={18} />
      </Button>
      {isUpselling ? <UpsellModal onClose={() => setUpselling(false)} /> : null}
    </>
  );
}
