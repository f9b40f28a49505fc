import type { ComponentChildren } from 'preact';
import './notice-board.css';

/** The container of notices. It exists before them, so that a screen reader announces those that arrive later. */
export function NoticeBoard({ children }: { children: ComponentChildren }) {
  return (
    <div class="notices" role="status">
      {children}
    </div>
  );
}
