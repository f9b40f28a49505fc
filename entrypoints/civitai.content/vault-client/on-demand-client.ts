import type { Connection } from '@/utils/account/account';
import type { UsableLogin } from '@/utils/account/usable-login';
import type { VersionId } from '@/utils/civitai/ids';
import type { ask as Ask } from '@/utils/messages/ask';
import type { OwnGroundAnswer, RemovalAsked, RemovalForeseen } from '@/utils/messages/own-ground';
import type { FreeSpace, Intent, ItemNames } from '@/utils/messages/protocol';
import { showWithLogin, usableLogin } from '@/utils/messages/rows/login-requests';
import { askRemoval, foreseeRemoval } from '@/utils/messages/rows/own-ground-requests';
import { openFreeUp, openItem } from '@/utils/messages/rows/radar-requests';
import { undoRemovals } from '@/utils/messages/rows/removal-requests';
import { freeSpace, itemNames, openSignIn, submitIntent, toggledBySite } from '@/utils/messages/rows/requests';
import type { Result } from '@/utils/problem';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import type { SpaceAsked } from '@/utils/vault-view/free-up-url';
import type { PageClient } from './client';

/** Every page's client, and what only the on-demand script asks: it submits the user's intents. */
export type Client = PageClient & {
  /** The site's own button has just toggled the version. */
  reportToggled(versionId: VersionId): void;
  submit(intent: Intent): Promise<Result<VersionFact>>;
  /** Takes a removal back. The value is empty where it was too late. */
  undoRemoval(session: string, versionId: VersionId): Promise<Result<VersionId[]>>;
  /** Has the user asked about a removal on the extension's own ground. */
  askRemoval(asked: RemovalAsked): Promise<Result<OwnGroundAnswer>>;
  /** Where a removal will be confirmed, as far as is known without the vault being asked. */
  foreseeRemoval(about: { session: string; versionId: VersionId }): Promise<Result<RemovalForeseen>>;
  /** What the vault itself calls a version. */
  itemNames(versionId: VersionId): Promise<Result<ItemNames>>;
  /** `isFresh`: what the worker knows is not enough. */
  freeSpace(isFresh?: boolean): Promise<Result<FreeSpace>>;
  openSignIn(): void;
  /** Whose login on the site could show the vault, while no account is signed in. */
  usableLogin(): Promise<Result<UsableLogin>>;
  /** The user has pressed for that. */
  showWithLogin(): Promise<Result<Connection>>;
  /** Opens the vault page with the version's details. */
  openItem(versionId: VersionId): void;
  /** Opens it with "Free up space". */
  openFreeUp(asked: SpaceAsked): void;
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
      // The engine doesn't know of hints. What was taken back, or not done, leaves them as they were.
      const hint = page.fact(intent.versionId)?.hint;
      if (result.ok && !signal.aborted) {
        page.learn(hint && isInVault(result.value.state) ? { hint, ...result.value } : result.value);
      }
      return result;
    },
    undoRemoval: (session, versionId) => ask(undoRemovals, { session, versionIds: [versionId] }),
    askRemoval: asked => ask(askRemoval, asked),
    foreseeRemoval: about => ask(foreseeRemoval, about),
    itemNames: versionId => ask(itemNames, { versionId }),
    freeSpace: isFresh => ask(freeSpace, isFresh),
    openSignIn: () => void ask(openSignIn),
    usableLogin: () => ask(usableLogin),
    showWithLogin: () => ask(showWithLogin),
    openFreeUp: asked => void ask(openFreeUp, asked),
    openItem: versionId => void ask(openItem, { versionId }),
  };
}
