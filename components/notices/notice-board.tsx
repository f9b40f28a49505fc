import type { ComponentChildren } from 'preact';
import './notice-board.css';

/** Where notices appear. It is there before them: a screen reader then hears those that arrive later. */
export function NoticeBoard({ children }: { children: ComponentChildren }) {
  return (
    <div class="notices" role="status">
      {children}
    </div>
  );
}
