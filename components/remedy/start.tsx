import { useEffect, useRef } from 'preact/hooks';
import './remedy.css';

type Props = {
  label: string;
  /** The user has cancelled, and comes back to it. */
  isBack: boolean;
  onPress: () => void;
};

/** The first step. It takes the focus back after the user has cancelled. */
export function Start({ label, isBack, onPress }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBack && document.activeElement === document.body) button.current?.focus();
  }, [isBack]);
  return (
    <button type="button" class="button button--quiet remedy-start" ref={button} onClick={onPress}>
      {label}
    </button>
  );
}
