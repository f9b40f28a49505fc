import { BusyIcon } from '@/components/icons';
import { activityWords, itemStatusWords } from '@/utils/sentences/state-words';
import type { VersionFact } from '@/utils/vault/membership';

/** An item's status in a word, or what is being done about its version. A word that we don't know is shown as it is. */
export function StatusChip({ status, fact }: { status: string; fact: VersionFact | undefined }) {
  if (fact?.activity) {
    return (
      <span class="chip" data-status="busy">
        <BusyIcon />
        {activityWords(fact.activity)}
      </span>
    );
  }
  return (
    <span class="chip" data-status={status}>
      {itemStatusWords(status)}
    </span>
  );
}
