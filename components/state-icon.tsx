import type { VaultState } from '@/utils/vault/membership';
import { CheckIcon, ClockIcon, ErrorIcon } from './icons';
import './state-icon.css';

/** The state of a version as a glyph; decorative, words beside it say it. */
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
