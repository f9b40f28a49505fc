import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CloseIcon } from './icons';

type Props = {
  title: ComponentChildren;
  /** `side`: a drawer at the edge; `middle`: a box. */
  place: 'side' | 'middle';
  /** False while it must not be closed by Escape or beside it. */
  isLoose?: boolean;
  onClose: () => void;
  children: ComponentChildren;
  footer?: ComponentChildren;
};

/** A modal dialog, the browser's own: it keeps the focus inside, and Escape closes it. The focus starts on the heading. */
export function Dialog({ title, place, isLoose = true, onClose, children, footer }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isGone = useRef(false);
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    own?.querySelector<HTMLElement>('h2')?.focus();
    return () => {
      isGone.current = true;
      own?.close();
    };
  }, []);
  // What had the focus may go with what the dialog is about: then it goes on from the heading.
  useLayoutEffect(() => {
    const own = dialog.current;
    if (own?.open && !own.contains(document.activeElement)) own.querySelector<HTMLElement>('h2')?.focus();
  });
  const closeBeside = (event: TargetedMouseEvent<HTMLDialogElement>): void => {
    if (isLoose && event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, see onCancel
    <dialog
      ref={dialog}
      class={`dialog dialog--${place}`}
      aria-labelledby={id}
      onClick={closeBeside}
      onClose={() => {
        // Some browsers close it at the second Escape, whatever was said to the first.
        if (isGone.current) return;
        if (isLoose) onClose();
        else dialog.current?.showModal();
      }}
      onCancel={event => {
        event.preventDefault();
        if (isLoose) onClose();
      }}
    >
      <div class="dialog-box">
        <header class="dialog-head">
          <h2 id={id} tabIndex={-1} dir="auto">
            {title}
          </h2>
          {isLoose && (
            <button type="button" class="button button--icon" aria-label="Close" title="Close" onClick={onClose}>
              <CloseIcon />
            </button>
          )}
        </header>
        <div class="dialog-body">{children}</div>
        {footer && <footer class="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
