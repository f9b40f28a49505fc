import type { Press } from '@/entrypoints/civitai.content/actions/press';
import type { MarkAt, OnDemandParts, OnDemandScript } from '@/entrypoints/civitai.content/on-demand/contract';
import { isMeant } from '@/entrypoints/civitai.content/presses/judge-press';
import type { ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { watchLinkKeys } from './link-keys';
import { watchLongPress } from './long-press';
import type { Menu } from './menu';
import { addMoreButton, isOnMore } from './more-button';
import { watchTextLinks } from './text-link-menu';

/** Pointer, finger and keyboard on links and marks: what each leads to. */
export function watchLinks(
  { markAt, attention, signal }: Pick<OnDemandParts, 'markAt' | 'attention' | 'signal'>,
  sources: ViewSources,
  press: Pick<Press, 'mark'>,
  menu: Menu,
): Pick<OnDemandScript, 'press' | 'addMore' | 'handleEarlyEvent'> {
  const enterMenu = ({ marked, link, button = link }: MarkAt): void =>
    menu.open(() => markAt(link)?.marked ?? marked, button, { focus: true });
  const handleKeys = watchLinkKeys(sources, markAt, { enterMenu, reached: addMoreButton }, signal);
  const handleTextLink = watchTextLinks(markAt, menu, signal);
  const longPress = watchLongPress(markAt, enterMenu, signal);
  return {
    addMore: addMoreButton,
    handleEarlyEvent(event) {
      for (const handle of [handleKeys, handleTextLink, longPress.handle]) handle(event);
    },
    press(marked, { host, opener, press: pressed, event }) {
      if (longPress.isHeld(host) && !pressed.isByKey) return;
      // Without hover nothing has said yet which version, and how large: one more tap adds it.
      const isBlind = event instanceof PointerEvent && event.pointerType === 'touch';
      const openMenu = (isAskingAgain?: boolean): void =>
        menu.open(marked, opener, { focus: true, isAskingAgain: isBlind ? undefined : isAskingAgain });
      if (isOnMore(event, opener)) openMenu();
      else void press.mark(marked(), openMenu, async () => !isBlind && isMeant(opener, host, pressed, attention));
    },
  };
}
