import type { VersionId } from '@/utils/civitai/ids';
import type { ask as Ask } from '@/utils/messages/ask';
import type { OwnGroundAnswer, RemovalAsked } from '@/utils/messages/own-ground';
import { askRemoval } from '@/utils/messages/own-ground-requests';
import type { FreeSpace, Intent, ItemNames } from '@/utils/messages/protocol';
import { openItem } from '@/utils/messages/radar-requests';
import { freeSpace, itemNames, openSignIn, submitIntent, toggledBySite } from '@/utils/messages/requests';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { PageClient } from './client';

/** Every page's client, and what only the on-demand script asks: it submits the user's intents. */
export type Client = PageClient & {
  /** The site's own button has just toggled the version. */
  reportToggled(versionId: VersionId): void;
  submit(intent: Intent): Promise<Result<VersionFact>>;
  /** Has the user asked about a removal on the extension's own ground. */
  askRemoval(asked: RemovalAsked): Promise<Result<OwnGroundAnswer>>;
  /** What the vault itself calls a version. */
  itemNames(versionId: VersionId): Promise<Result<ItemNames>>;
  freeSpace(): Promise<Result<FreeSpace>>;
  openSignIn(): void;
  /** Opens the vault page with the version's details. */
  openItem(versionId: VersionId): void;
};

/**
 * Extends the page's client. `ask` is every page's own: what it takes to send messages is loaded once. What comes of an intent after
 * `signal` has aborted changes nothing here.
 */
export function createOnDemandClient(page: PageClient, ask: typeof Ask, signal: AbortSignal): Client {
  return {
    ...page,
    reportToggled: versionId => void ask(toggledBySite, { versionId }),
    async submit(intent) {
      const result = await ask(submitIntent, intent);
      if (result.ok && !signal.aborted) page.learn(result.value);
      return result;
    },
    askRemoval: asked => ask(askRemoval, asked),
    itemNames: versionId => ask(itemNames, { versionId }),
    freeSpace: () => ask(freeSpace),
    openSignIn: () => void ask(openSignIn),
    openItem: versionId => void ask(openItem, { versionId }),
  };
}
