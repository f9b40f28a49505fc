/** @jsxImportSource react */
import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { useColorScheme } from '@/sandbox/site/app/shell/color-scheme.tsx';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { Button, ButtonLink } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import type { IconName } from '@/sandbox/site/app/ui/icon-paths.ts';
import { VaultButton } from './vault-button.tsx';

/** The card with Create and the row of icon buttons; the vault button stands in it without a box around it (B.3). */
export function PrimaryActions({ model, version }: { model: ModelData; version: VersionData }) {
  return (
    <Card className="primary-actions">
      <div className="flex flex-col gap-2">
        {version.canGenerate ? (
          <ButtonLink
            href={`/generate?modelVersionId=${version.id}`}
            size="md"
            fullWidth
            leftSection={<Icon name="brush" size={20} />}
          >
            Create
            {version.paidAccess && !version.canDownload ? <PriceBadge /> : null}
          </ButtonLink>
        ) : null}
        <div className="flex gap-2">
          <Action icon="share" label="Share" />
          <Action icon="thumb" label="Like" tour="model:like" />
          <VaultButton model={model} version={version} />
          <Action icon="bellPlus" label="Get notified" />
          <Action icon="bookmark" label="Add to collection" />
          <Action icon="flag" label="Report" />
        </div>
      </div>
    </Card>
  );
}

/** What access costs; it stands out of the head of "Create" (site-facts.md, second look). */
function PriceBadge() {
  return (
    <span className="price-badge">
      <Icon name="bolt" size={12} fill /> 100
    </span>
  );
}

function Action({ icon, label, tour }: { icon: IconName; label: string; tour?: string }) {
  const { scheme } = useColorScheme();
  return (
    <div className="action-box" data-tour={tour}>
      <Button aria-label={label} color="gray" variant={scheme === 'dark' ? 'filled' : 'light'} className="icon-button">
        <Icon name={icon} size={18} />
      </Button>
    </div>
  );
}
