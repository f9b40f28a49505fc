import type { Account } from '@/entrypoints/background/account/account';
import { readFreeSpace } from '@/entrypoints/background/account/figures';
import { openSignIn } from '@/entrypoints/background/account/sign-in-tab';
import { compareSiteAccount } from '@/entrypoints/background/account/site-account';
import type { CatalogueApi } from '@/entrypoints/background/api/civitai-api';
import type { AvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { Intent } from '@/utils/messages/protocol';
import { ok } from '@/utils/problem';
import { loadSettings } from '@/utils/settings/stored-settings';
import {
  type AnswerParts,
  answerCachedItems,
  answerCachedModels,
  answerCachedVersions,
  answerCheck,
} from './answer-versions';
import { loadOnDemandScript } from './load-on-demand';
import type { Handlers } from './router';

export type Services = AnswerParts & {
  api: Pick<CatalogueApi, 'siteUser'>;
  account: Account;
  engine: VaultEngine;
  mirror: Mirror;
  availability: AvailabilityLookUp;
};

/** What each message does. */
export function createHandlers(services: Services): Handlers {
  const { account, engine, mirror, availability } = services;
  const submit = (intent: Intent) => {
    mirror.rememberModel(intent);
    return engine.submit(intent);
  };
  return {
    'cached-versions': ({ versionIds }) => answerCachedVersions(services, versionIds),
    'check-versions': asked => answerCheck(services, asked),
    'cached-models': ({ modelIds }) => answerCachedModels(services, modelIds),
    'cached-items': ({ after }) => answerCachedItems(services, after),
    'item-names': ({ versionId }) => mirror.itemNames(versionId),
    settings: loadSettings,
    async 'refresh-if-stale'() {
      void account.recover().catch(() => undefined);
      void mirror.refreshIfStale();
      return undefined;
    },
    'submit-intent': submit,
    're-add': submit,
    'dismiss-owed': async ({ versionId }) => void (await engine.dismissOwed(versionId)),
    'toggled-by-site': async ({ versionId }) => void (await engine.toggledElsewhere(versionId)),
    'model-versions': ({ modelId }) => availability.modelVersions(modelId),
    'version-availability': ({ versionId }) => availability.versionAvailability(versionId),
    availabilities: async ({ versions, isFresh }) => ok(await availability.availabilities(versions, isFresh)),
    'site-account': () => compareSiteAccount(services),
    'refresh-now': async ({ what }) => void (what === 'list' ? mirror.refreshNow() : mirror.refreshCovers()),
    'free-space': () => readFreeSpace(account.refresh),
    'load-on-demand-script': (_, tabId) => loadOnDemandScript(tabId),
    'open-sign-in': openSignIn,
    'sign-in': ({ key, isBrief }) => account.signIn(key, isBrief),
    'sign-out': () => account.signOut().then(() => undefined),
    async 'refresh-account'() {
      void mirror.refreshIfStale();
      return account.refresh();
    },
  };
}
