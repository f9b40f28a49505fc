import type { Account } from '@/entrypoints/background/account/account';
import { roomLeft } from '@/entrypoints/background/account/free-space';
import { openSignIn } from '@/entrypoints/background/account/sign-in-tab';
import { tellVisitor } from '@/entrypoints/background/account/site-account';
import type { CatalogueApi } from '@/entrypoints/background/api/civitai-api';
import type { Offers } from '@/entrypoints/background/availability/availability';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { ok } from '@/utils/problem';
import { loadSettings } from '@/utils/settings/stored-settings';
import { look, tellItems, tellKnown, tellModels, type Witnesses } from './answer-versions';
import { bringCloserLook } from './load-on-demand';
import type { Handlers } from './router';

export type Services = Witnesses & {
  api: Pick<CatalogueApi, 'visitor'>;
  account: Account;
  engine: VaultEngine;
  mirror: Mirror;
  offers: Offers;
};

/** What each message leads to. */
export function createHandlers(services: Services): Handlers {
  const { account, engine, mirror, offers } = services;
  return {
    known: ({ versionIds }) => tellKnown(services, versionIds),
    look: asked => look(services, asked),
    models: ({ modelIds }) => tellModels(services, modelIds),
    items: ({ after }) => tellItems(services, after),
    names: ({ versionId }) => mirror.names(versionId),
    settings: loadSettings,
    freshen: async () => void mirror.freshen(),
    want(wish) {
      mirror.note(wish);
      return engine.want(wish);
    },
    'toggled-by-site': ({ versionId }) => engine.toggledElsewhere(versionId),
    'model-versions': ({ modelId }) => offers.modelVersions(modelId),
    'version-offer': ({ versionId }) => offers.versionOffer(versionId),
    'version-offers': async ({ versions }) => ok(await offers.versionOffers(versions)),
    visitor: () => tellVisitor(services),
    renew: async ({ what }) => void (what === 'list' ? mirror.renew() : mirror.renewCovers()),
    room: () => roomLeft(account.refresh),
    'closer-look': (_, tabId) => bringCloserLook(tabId),
    'open-sign-in': openSignIn,
    'sign-in': ({ key, isBrief }) => account.signIn(key, isBrief),
    'sign-out': () => account.signOut().then(() => undefined),
    async refresh() {
      void mirror.freshen();
      return account.refresh();
    },
  };
}
