import { defineBackground } from '#imports';
import { createAccount } from './account';
import { signedIn } from './account-row';
import { announce, announceSettings } from './announce';
import { createCivitaiApi } from './api/civitai-api';
import { createClock, onWake } from './clock';
import { createHandlers } from './handlers';
import { createMirror } from './mirror/mirror';
import { createOffers } from './offers';
import { route } from './router';
import { hasSiteAccess } from './site-access';
import { lockStorage, readToken } from './token';
import { createVaultEngine } from './vault/engine';
import { createIndexedStore, sweepQuiet } from './vault/indexed-store';

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
    endSession() {
      mirror.end();
      engine.end();
    },
    connectionChanged(connection) {
      void announce({ announce: 'connection', connection });
      void mirror.freshen();
    },
    snapshotChanged: () => void announce({ announce: 'snapshot' }),
  });
  const session = async () => signedIn(await account.connection());
  const world = { api, clock: createClock(), random: Math.random, session };
  const mirror = createMirror({
    ...world,
    learn: (listed, askedAt) => engine.learn(listed, askedAt),
    known: versionIds => engine.known(versionIds),
    statusChanged: status => void announce({ announce: 'sync', status }),
  });
  const engine = createVaultEngine({
    ...world,
    store: createIndexedStore(mirror.modelOf),
    offers,
    onChange: (facts, session) => void announce({ announce: 'facts', session, facts }),
  });
  route(createHandlers({ api, account, engine, mirror, offers, now: Date.now }));
  announceSettings();
  onWake(() => void engine.wake());
  void lockStorage();
  void sweepQuiet(Date.now());
  for (const part of [engine, mirror]) void part.start();
});
