import { BusyIcon } from '@/components/icons/status-icons';
import { activityStatus, itemStatusLabel } from '@/utils/sentences/state-labels';
import type { VersionFact } from '@/utils/vault/membership';
import './status-chip.css';

/** An item's status, or the activity of its version. An unknown status is shown as it is. */
export function StatusChip({ status, fact }: { status: string; fact: VersionFact | undefined }) {
  if (fact?.activity) {
    return (
      <span class="chip" data-status="busy">
        <BusyIcon />
        {/* A chip is no button: the undo stands above the list. */}
        {activityStatus(fact.activity)}
      </span>
    );
  }
  return (
    <span class="chip" data-status={status}>
      {itemStatusLabel(status)}
    </span>
  );
}
