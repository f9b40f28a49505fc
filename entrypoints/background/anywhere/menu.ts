import { browser } from 'wxt/browser';
import { readLink, readTarget } from '@/utils/civitai/read-target';
import { vaultPage } from '@/utils/civitai/site-links';
import { MAX_NAME_LENGTH } from '@/utils/messages/protocol';
import { t } from '@/utils/texts/texts';
import { type AnywhereParts, addTarget, type Outcome, showTarget } from './actions';
import { openPage } from './open-page';

/** `http:` too: old texts on other sites have it, and only the ids in it are used. */
const LINKS = ['civitai.com', 'www.civitai.com', 'civitai.red', 'www.civitai.red'].flatMap(host =>
  ['models', 'model-versions', 'api/download/models'].map(path => `*://${host}/${path}/*`),
);

/** What is chosen of the menu, and what it was opened on. */
type Chosen = { menuItemId: string | number; linkUrl?: string | undefined; selectionText?: string | undefined };

/** What each entry does. The browser fills the selection in for `%s`. */
const ENTRIES = {
  'add-link': { title: () => t('context-menu.add'), contexts: ['link'], targetUrlPatterns: LINKS },
  'show-link': { title: () => t('context-menu.show'), contexts: ['link'], targetUrlPatterns: LINKS },
  'add-text': { title: () => t('context-menu.add-text', { text: '%s' }), contexts: ['selection'] },
  'search-text': { title: () => t('context-menu.search', { text: '%s' }), contexts: ['selection'] },
} as const;

/** Puts the entries into the menu. Browsers keep them; the language may have changed since. */
export async function drawMenu(): Promise<void> {
  await browser.contextMenus?.removeAll();
  for (const [id, { title, contexts, ...where }] of Object.entries(ENTRIES)) {
    const patterns = 'targetUrlPatterns' in where ? { targetUrlPatterns: [...where.targetUrlPatterns] } : {};
    browser.contextMenus?.create({ id, title: title(), contexts: [...contexts], ...patterns });
  }
}

/** Carries out what was chosen. */
export async function chooseEntry(parts: AnywhereParts, chosen: Chosen): Outcome {
  const { menuItemId, linkUrl = '', selectionText = '' } = chosen;
  if (menuItemId === 'search-text') return openPage(vaultPage(selectionText.trim().slice(0, MAX_NAME_LENGTH)));
  const target = menuItemId === 'add-text' ? readTarget(selectionText) : readLink(linkUrl);
  if (!target) return { text: t('anywhere.no-target'), isProblem: true };
  return menuItemId === 'show-link' ? showTarget(parts, target) : addTarget(parts, target);
}
