import { useEffect, useRef } from 'preact/hooks';
import { BusyIcon, CheckIcon, ErrorIcon } from '@/components/icons/status-icons';
import './remedy.css';

/** The progress, or the result. */
export function Status({ kind, text }: { kind: 'busy' | 'done' | 'missed'; text: string }) {
  const status = useRef<HTMLParagraphElement>(null);
  // The element that had the focus is gone: the keyboard goes on from here, unless the user has moved the focus.
  useEffect(() => {
    if (document.activeElement === document.body) status.current?.focus();
  }, []);
  return (
    <p class="remedy-line" data-kind={kind} role={kind === 'missed' ? 'alert' : 'status'} ref={status} tabIndex={-1}>
      {kind === 'busy' && <BusyIcon />}
      {kind === 'done' && <CheckIcon />}
      {kind === 'missed' && <ErrorIcon />}
      <span>{text}</span>
    </p>
  );
}
