/** One turn of the attacks below, ms. */
export const TURN_MS = 250;

/**
 * Runs in the page: adds links, hovers, takes the focus, and in turn moves our elements, covers the page, paints a popover and rests. The
 * page's `stopAttacks()` ends it and removes what it has made.
 */
export function attackAtOnce(turnMs: number): void {
  const ours = () => document.querySelectorAll<HTMLElement>('span:is([data-vaulted-kind="card"],[data-vaulted-ui])');
  const text = document.body.appendChild(document.createElement('p'));
  const sheet = document.head.appendChild(document.createElement('style'));
  const cover = '{ content: ""; position: fixed; inset: 0; z-index: 99999; background: #000; pointer-events: none }';
  sheet.textContent = `html[data-covered] body::after ${cover} html[data-moved] span[data-vaulted-kind] { scale: 3; translate: 9px }`;
  const popover = document.body.appendChild(document.createElement('div'));
  popover.popover = 'manual';
  Object.assign(popover.style, { inset: '0', width: '100vw', height: '100vh', pointerEvents: 'none' });
  let turn = 0;
  const addLinks = () => {
    for (let at = 0; at < 20; at += 1) {
      const link = document.createElement('a');
      link.href = `/models/${5_000_000 + turn}?modelVersionId=${6_000_000 + turn * 20 + at}`;
      link.textContent = `${at} `;
      text.append(link);
    }
    while (text.childElementCount > 500) text.firstElementChild?.remove();
  };
  const timer = setInterval(() => {
    turn += 1;
    addLinks();
    const hovering = { bubbles: true, composed: true, pointerType: 'mouse' };
    for (const each of ours())
      for (const type of ['pointerover', 'click']) each.dispatchEvent(new PointerEvent(type, hovering));
    ours()
      .item(turn % 5)
      ?.focus();
    const phase = Math.floor(turn / 4) % 4;
    document.documentElement.toggleAttribute('data-moved', phase === 0);
    document.documentElement.toggleAttribute('data-covered', phase === 1);
    if (popover.isConnected) popover.togglePopover(phase === 2);
  }, turnMs);
  const stopAttacks = () => {
    clearInterval(timer);
    for (const made of [text, sheet, popover]) made.remove();
    for (const name of ['data-moved', 'data-covered']) document.documentElement.removeAttribute(name);
  };
  Object.assign(window, { stopAttacks });
}

/**
 * The same from the content script's own world, where any message can be sent. Removals come with invented confirmations.
 * `stopMessages()` there ends it.
 */
export function attackByMessages(inVault: readonly number[], turnMs: number): string {
  return `(async ids => {
    const send = (vaulted, arg) => chrome.runtime.sendMessage({ vaulted, arg }).catch(() => undefined);
    const { connection: { session } } = await send('cached-versions', { versionIds: [ids[0]] });
    await Promise.all(Array.from({ length: 30 }, () => send('open-sign-in')));
    let turn = 0;
    const timer = setInterval(() => {
      turn += 1;
      for (let at = 0; at < 3; at += 1) {
        const versionId = ids[(turn * 3 + at) % ids.length];
        void send('submit-intent', { session, versionId, target: 'out', confirmedAt: Date.now() });
        void send('foresee-removal', { session, versionId });
        void send('model-versions', { modelId: 4_000_000 + turn * 3 + at });
      }
      const versionIds = Array.from({ length: 50 }, (_, at) => 7_000_000 + turn * 50 + at);
      void send('check-versions', { versionIds, isFresh: true });
      void send('free-space');
    }, ${turnMs});
    globalThis.stopMessages = () => clearInterval(timer);
  })(${JSON.stringify(inVault)})`;
}
