import { defineBackground } from '#imports';
import { loadSettings, watchSettings } from '@/utils/stored-settings';
import { createAccount } from './account';
import { announce } from './announce';
import { createCivitaiApi } from './api/civitai-api';
import { createClock, onWake } from './clock';
import { look } from './look';
import { modelsKnown } from './models-known';
import { createOffers } from './offers';
import { roomLeft } from './room';
import { route } from './router';
import { openSignIn } from './sign-in-tab';
import { hasSiteAccess } from './site-access';
import { lockStorage, readToken } from './token';
import { createVaultEngine } from './vault/engine';
import { indexedStore } from './vault/indexed-store';

export default defineBackground(() => {
  const connect = (getToken: () => Promise<string | undefined>) =>
    createCivitaiApi({
      getToken,
      now: Date.now,
      isOnline: () => navigator.onLine,
      hasHostAccess: hasSiteAccess,
      onKeyRefused: key => void account.keyRefused(key),
    });
  const api = connect(async () => (await readToken())?.key);
  const offers = createOffers({ api, now: Date.now });
  const account = createAccount({
    connect,
    now: Date.now,
    endSession: () => void engine.wipe(),
    connectionChanged: connection => void announce({ announce: 'connection', connection }),
    snapshotChanged: () => void announce({ announce: 'snapshot' }),
  });
  const engine = createVaultEngine({
    api,
    store: indexedStore,
    clock: createClock(),
    random: Math.random,
    offers,
    session: async () => {
      const connection = await account.connection();
      return connection.kind === 'signed-in' ? connection : undefined;
    },
    onChange: (facts, session) => void announce({ announce: 'facts', session, facts }),
  });
  route({
    look: ({ versionIds, modelIds }) =>
      look({ account, engine, models: modelsKnown, settings: loadSettings }, versionIds, modelIds),
    want: wish => engine.want(wish),
    'model-versions': ({ modelId }) => offers.modelVersions(modelId),
    'version-offer': ({ versionId }) => offers.versionOffer(versionId),
    room: () => roomLeft(account.refresh),
    'open-sign-in': openSignIn,
    'sign-in': ({ key }) => account.signIn(key),
    'sign-out': () => account.signOut().then(() => undefined),
    refresh: () => account.refresh(),
  });
  watchSettings(settings => void announce({ announce: 'settings', settings }));
  onWake(() => void engine.wake());
  void lockStorage();
  void engine.start();
});
