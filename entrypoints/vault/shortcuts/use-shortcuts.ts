import { useEffect, useRef } from 'preact/hooks';
import { readShortcut, type Shortcut } from './shortcuts';

/** Fields that take letters. A checkbox or a button does not. */
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/** Listens for the page's shortcuts, except behind a dialog. */
export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  const latest = useRef(onShortcut);
  latest.current = onShortcut;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]')) return;
      const isTyping = event.target instanceof Element && event.target.matches(TYPING);
      const shortcut = readShortcut(event, isTyping);
      if (shortcut === undefined) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
