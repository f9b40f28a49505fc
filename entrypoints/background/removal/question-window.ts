import { browser } from 'wxt/browser';
import type { ScreenPoint } from '@/utils/messages/own-ground';

/** Wide enough for the question's longest line in any language, and small enough for every screen. */
const SIZE = { width: 460, height: 420 };
/** Kept from the edge of the browser's window. */
const MARGIN = 24;
/** The title bar and frame that the browser adds around it, at most. */
const FRAME = 60;

type Area = { left: number; top: number; width: number; height: number };

/** Opens the question's page in a window of its own, or in a tab where there are no windows. Returns its tab; `undefined`: neither opened. */
export async function openQuestion(id: string, pressedAt: ScreenPoint | undefined): Promise<number | undefined> {
  const url = `${browser.runtime.getURL('/confirm.html')}?${id}`;
  return (await openWindow(url, pressedAt)) ?? (await openTab(url));
}

/** Brings a question's page to the front. False: it has been closed. */
export async function showQuestion(tabId: number): Promise<boolean> {
  try {
    const tab = await browser.tabs.update(tabId, { active: true });
    // Firefox for Android has no windows.
    if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}

/** Closes it; that it is closed already is no error. */
export async function closeQuestion(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => undefined);
}

async function openWindow(url: string, pressedAt: ScreenPoint | undefined): Promise<number | undefined> {
  try {
    const { left = 0, top = 0, width = 0, height = 0 } = await browser.windows.getLastFocused();
    const place = placeOf({ left, top, width, height }, pressedAt);
    const opened = await browser.windows.create({ type: 'popup', url, ...SIZE, ...place });
    return opened?.tabs?.[0]?.id;
  } catch {
    return undefined;
  }
}

async function openTab(url: string): Promise<number | undefined> {
  try {
    return (await browser.tabs.create({ url })).id;
  } catch {
    return undefined;
  }
}

/**
 * The upper corner of the browser's window that is further from the press. Without one it is the left one: our dialogs stand in the
 * middle, and so does the press that led here.
 */
export function placeOf(area: Area, pressedAt: ScreenPoint | undefined): { left: number; top: number } {
  const left = area.left + MARGIN;
  const right = Math.max(left, area.left + area.width - SIZE.width - MARGIN);
  const isLeft = pressedAt !== undefined && pressedAt.x < area.left + area.width / 2;
  const across = isLeft ? right : left;
  const isUnder =
    pressedAt !== undefined &&
    isBetween(pressedAt.x, across, across + SIZE.width) &&
    isBetween(pressedAt.y, area.top, area.top + MARGIN + SIZE.height + FRAME);
  // A narrow window has no other side: the question begins below the press, or above it where it doesn't fit.
  if (!isUnder) return { left: across, top: area.top + MARGIN };
  const below = Math.round(pressedAt.y) + MARGIN;
  const fits = below + SIZE.height <= area.top + area.height;
  return { left: across, top: fits ? below : Math.round(pressedAt.y) - SIZE.height - FRAME - MARGIN };
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
