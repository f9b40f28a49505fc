import { ok } from '@/utils/problem';
import { loadSettings } from '@/utils/stored-settings';
import type { Account } from './account';
import type { CatalogueApi } from './api/civitai-api';
import { bringCloserLook } from './closer-look';
import { look, tellItems, tellKnown, tellModels, type Witnesses } from './look';
import type { Mirror } from './mirror/mirror';
import type { Offers } from './offers';
import { roomLeft } from './room';
import type { Handlers } from './router';
import { openSignIn } from './sign-in-tab';
import { tellVisitor } from './tell-visitor';
import type { VaultEngine } from './vault/engine';

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
