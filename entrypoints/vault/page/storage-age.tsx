import { Age } from '@/components/age';
import { ageOf } from '@/utils/age';

/** Figures that are older than the list by more than this, ms, show their age. */
const BEHIND_MS = 60_000;

/** The age of the figures, if they are older than the list. All times are epoch ms. */
export function StorageAge({ figuresOf, listOf, now }: { figuresOf: number; listOf: number | undefined; now: number }) {
  if (ageOf(figuresOf, listOf ?? now) < BEHIND_MS) return null;
  return (
    <p class="storage-age">
      <Age at={figuresOf} now={now} />
    </p>
  );
}
