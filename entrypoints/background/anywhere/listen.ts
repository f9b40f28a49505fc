import { browser } from 'wxt/browser';
import { t } from '@/utils/texts/texts';
import { type AnywhereParts, type Outcome, toggleOnScreen } from './actions';
import { createResultAnnouncer, type ResultParts } from './announce-result';
import { chooseEntry, drawMenu } from './menu';
import { createOmnibox } from './omnibox';
import { openVault } from './open-page';

/**
 * Listens to the browser's own menu, keys and address bar. Firefox for Android has none of the three. To be called while the worker
 * starts.
 */
export function listenAnywhere(parts: AnywhereParts & ResultParts): void {
  const announceResult = createResultAnnouncer(parts);
  const run = async (outcome: Outcome): Promise<void> => {
    const said = await outcome.catch(() => ({ text: t('problem.unexpected.what'), isProblem: true }));
    if (said) await announceResult(said);
  };
  if (browser.contextMenus) {
    const draw = (): void => void drawMenu().catch(() => undefined);
    browser.runtime.onInstalled.addListener(draw);
    browser.runtime.onStartup.addListener(draw);
    browser.contextMenus.onClicked.addListener(chosen => void run(chooseEntry(parts, chosen)));
  }
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'toggle-version') void run(toggleOnScreen(parts, tab?.id));
    if (command === 'open-vault' || command === 'search-vault') void run(openVault(command === 'search-vault'));
  });
  if (browser.omnibox) listenToAddressBar(parts);
}

function listenToAddressBar({ mirror }: AnywhereParts): void {
  const omnibox = createOmnibox(mirror);
  browser.omnibox.setDefaultSuggestion({ description: t('omnibox.search') });
  browser.omnibox.onInputStarted.addListener(omnibox.end);
  browser.omnibox.onInputCancelled.addListener(omnibox.end);
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    omnibox.suggest(text).then(suggest, () => suggest([]));
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    omnibox.enter(text, disposition).catch(() => undefined);
  });
}
