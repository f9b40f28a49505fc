/** @jsxImportSource react */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

type Props = {
  label: string;
  className?: string;
  target: ReactNode;
  children: (close: () => void) => ReactNode;
};

const WIDTH_PX = 220;

function placeBelow({ bottom, left }: DOMRect): { top: number; left: number } {
  return { top: bottom + 6, left: Math.max(8, Math.min(left, innerWidth - WIDTH_PX - 8)) };
}

/** Calls `leave` when the user clicks outside or presses Escape; the answer ends that. */
function onLeaving(isInside: (hit: Node) => boolean, leave: () => void): () => void {
  const onPointerDown = ({ target }: PointerEvent) => {
    if (!(target instanceof Node) || !isInside(target)) leave();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') leave();
  };
  document.addEventListener('pointerdown', onPointerDown);
  document.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('pointerdown', onPointerDown);
    document.removeEventListener('keydown', onKeyDown);
  };
}

/** Mantine's Menu and Popover: a button, and what it opens in a portal at the end of the body (site-facts.md C.2). */
export function Dropdown({ label, className, target, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number }>();
  const close = () => setPlace(undefined);
  const toggle = () => {
    const box = button.current?.getBoundingClientRect();
    setPlace(place || !box ? undefined : placeBelow(box));
  };

  useEffect(() => {
    if (!place) return;
    const isOurs = (hit: Node) => [panel, button].some(({ current }) => current?.contains(hit));
    return onLeaving(isOurs, () => setPlace(undefined));
  }, [place]);

  const portal = place
    ? createPortal(
        <div ref={panel} className="mantine-Menu-dropdown is-portal" role="menu" aria-label={label} style={place}>
          {children(close)}
        </div>,
        document.body,
      )
    : null;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-expanded={place !== undefined}
        className={className}
        onClick={toggle}
      >
        {target}
      </button>
      {portal}
    </>
  );
}
