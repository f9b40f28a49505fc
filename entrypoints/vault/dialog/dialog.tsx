import type { ComponentChildren, RefObject, TargetedMouseEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CloseIcon } from '@/components/icons/control-icons';
import { t } from '@/utils/texts/texts';
import './dialog.css';

type Props = {
  title: ComponentChildren;
  /** `side`: a drawer at the edge; `middle`: a box. */
  place: 'side' | 'middle';
  /** False while Escape and a click beside it must not close it. */
  canClose?: boolean;
  onClose: () => void;
  children: ComponentChildren;
  footer?: ComponentChildren;
};

/** Opens the dialog as modal, with the focus on its heading; returns whether it is unmounted. */
function useModal(dialog: RefObject<HTMLDialogElement | null>): RefObject<boolean> {
  const isGone = useRef(false);
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    own?.querySelector<HTMLElement>('h2')?.focus();
    return () => {
      isGone.current = true;
      own?.close();
    };
  }, [dialog]);
  // The focused element can disappear within the dialog: then the focus goes to the heading.
  useLayoutEffect(() => {
    const own = dialog.current;
    if (own?.open && !own.contains(document.activeElement)) own.querySelector<HTMLElement>('h2')?.focus();
  });
  return isGone;
}

/** The browser's modal dialog: it traps the focus, and Escape closes it. The focus starts on the heading. */
export function Dialog({ title, place, canClose = true, onClose, children, footer }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isGone = useModal(dialog);
  const closeBeside = (event: TargetedMouseEvent<HTMLDialogElement>): void => {
    if (canClose && event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, see onCancel
    <dialog
      ref={dialog}
      class={`dialog dialog--${place}`}
      aria-labelledby={id}
      onClick={closeBeside}
      onClose={() => {
        // Some browsers close it at the second Escape even if `cancel` was prevented.
        if (isGone.current) return;
        if (canClose) onClose();
        else dialog.current?.showModal();
      }}
      onCancel={event => {
        event.preventDefault();
        if (canClose) onClose();
      }}
    >
      <div class="dialog-box">
        <Head id={id} title={title} onClose={canClose ? onClose : undefined} />
        <div class="dialog-body">{children}</div>
        {footer && <footer class="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}

type HeadProps = { id: string; title: ComponentChildren; onClose: (() => void) | undefined };

function Head({ id, title, onClose }: HeadProps) {
  return (
    <header class="dialog-head">
      <h2 id={id} tabIndex={-1} dir="auto">
        {title}
      </h2>
      {onClose && (
        <button
          type="button"
          class="button button--icon"
          aria-label={t('action.close')}
          title={t('action.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      )}
    </header>
  );
}
