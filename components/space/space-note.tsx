import { NewTab } from '@/components/new-tab';
import { type AdditionSize, describeSpace } from '@/utils/sentences/space-sentences';
import { t } from '@/utils/texts/texts';
import { judgeFit } from '@/utils/vault/fit';
import { freeUpPage, type SpaceAsked } from '@/utils/vault-view/free-up-url';
import './space-note.css';

type Props = { size: AdditionSize; wanted: NonNullable<SpaceAsked['wanted']> };

/** Beside what adds a version: what it needs and what is free, where it isn't certain that it fits. */
export function SpaceNote({ size, wanted }: Props) {
  const words = describeSpace(size);
  if (!words) return null;
  const { need, freeKb, sizeKb } = size;
  const fit = judgeFit(need, freeKb, sizeKb);
  return (
    <p class="space-note" data-fit={fit}>
      {words}{' '}
      {fit === 'cannot-fit' && <FreeUpLink asked={{ neededKb: Math.max(need?.leastKb ?? 0, sizeKb ?? 0), wanted }} />}
    </p>
  );
}

/** Leads to the proposal of what can be removed for an addition. */
export function FreeUpLink({ asked }: { asked: SpaceAsked }) {
  return (
    <a href={freeUpPage(asked)} target="_blank" rel="noreferrer">
      {t('free-up.title')}
      <NewTab />
    </a>
  );
}
