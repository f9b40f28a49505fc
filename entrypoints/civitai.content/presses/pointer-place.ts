import type { ScreenPoint } from '@/utils/messages/own-ground';

/** Where the user's pointer or finger was last, on the screen; `undefined`: nowhere on this page since the script is there. */
export function watchPointer(signal: AbortSignal): () => ScreenPoint | undefined {
  let last: ScreenPoint | undefined;
  const hear = ({ isTrusted, screenX, screenY }: PointerEvent): void => {
    if (isTrusted) last = { x: screenX, y: screenY };
  };
  for (const type of ['pointermove', 'pointerdown'] as const)
    window.addEventListener(type, hear, { capture: true, passive: true, signal });
  return () => last;
}
