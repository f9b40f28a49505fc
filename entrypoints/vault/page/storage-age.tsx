import { Age } from '@/components/age';

/** Behind the list by more than this, the storage figures say how old they are. Epoch ms, all three. */
const BEHIND_MS = 60_000;

/** The figures' own age, where they are older than the list, whose age stands at the top of the page. */
export function StorageAge({ figuresOf, listOf, now }: { figuresOf: number; listOf: number | undefined; now: number }) {
  if (figuresOf + BEHIND_MS > (listOf ?? now)) return null;
  return (
    <p class="storage-age">
      <Age at={figuresOf} now={now} />
    </p>
  );
}
