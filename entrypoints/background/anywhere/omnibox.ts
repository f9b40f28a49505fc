import { browser } from 'wxt/browser';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import { readTarget } from '@/utils/civitai/read-target';
import { vaultPage } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { findItems } from '@/utils/vault-view/find-items';
import { type Entry, prepare } from '@/utils/vault-view/prepare';
import { addressOf, itemPath } from './open-page';

type Suggestion = { content: string; description: string };
type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab' | (string & {});

/** Browsers show no more. */
const MOST = 6;

/** Chromium reads suggestions as XML, and drops all of them where one isn't; Firefox shows them as they are. */
const isMarkup = (): boolean => !('getBrowserInfo' in browser.runtime);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A name for the browser's list; `&`, `<` and quotes as XML wants them, and none of the characters that it forbids. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign);
}

/** The vault's search in the address bar. The list is read once for each time that the user types there. */
export function createOmnibox({ all }: Pick<Mirror, 'all'>) {
  let entries: Promise<Entry[]> | undefined;
  const end = (): void => {
    entries = undefined;
  };
  return {
    end,
    async suggest(text: string): Promise<Suggestion[]> {
      // The last additions first.
      entries ??= all().then(items => prepare(items.toReversed()));
      const { first } = findItems(await entries, text, MOST);
      return text.trim() === '' ? [] : first.map(suggestionOf);
    },
    /** Opens the item of a suggestion, or the vault page with what was typed. */
    async enter(text: string, disposition: Disposition): Promise<void> {
      end();
      const versionId = text.includes('@') ? readTarget(text)?.versionId : undefined;
      const url = addressOf(versionId === undefined ? vaultPage(text.trim()) : itemPath(versionId));
      if (disposition === 'currentTab') await browser.tabs.update({ url });
      else await browser.tabs.create({ url, active: disposition !== 'newBackgroundTab' });
    },
  };
}

function suggestionOf({ modelId, modelVersionId, modelName, versionName }: MirroredItem): Suggestion {
  const name = t('version.of-model', { version: versionName, model: modelName });
  return { content: `${modelId}@${modelVersionId}`, description: isMarkup() ? escapeXml(name) : name };
}
