import { CheckIcon, ClockIcon, ErrorIcon } from '@/components/icons/status-icons';
import type { VaultState } from '@/utils/vault/membership';
import './state-icon.css';

/** The state of a version as a glyph; decorative, because a text beside it says the same. */
export function StateIcon({ state }: { state: VaultState }) {
  return (
    <span class="state-icon" data-state={state}>
      {state === 'in' ? (
        <CheckIcon size={16} />
      ) : state === 'failed' ? (
        <ErrorIcon size={16} />
      ) : (
        <ClockIcon size={16} />
      )}
    </span>
  );
}
