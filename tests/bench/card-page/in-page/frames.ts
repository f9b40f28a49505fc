/** Resolves at the start of the next frame. */
export function nextFrame(): Promise<number> {
  return new Promise(resolve => requestAnimationFrame(resolve));
}

/** Calls `look` in every frame after layout, right before it is painted, until it says that it has seen enough. */
export function beforePaint(look: () => boolean): void {
  const probe = document.createElement('div');
  probe.style.cssText = 'position:fixed;height:1px;width:1px';
  document.body.append(probe);
  let isWide = false;
  const nudge = () => {
    isWide = !isWide;
    probe.style.width = isWide ? '2px' : '1px';
  };
  let isFirst = true;
  const observer = new ResizeObserver(() => {
    if (!isFirst && look()) {
      observer.disconnect();
      probe.remove();
      return;
    }
    isFirst = false;
    requestAnimationFrame(nudge);
  });
  observer.observe(probe);
}
