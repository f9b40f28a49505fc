import { defineBackground } from '#imports';
import type { Announcement } from '@/utils/protocol';
import { createAccount } from './account';
import { signedIn } from './account-row';
import { announce, announceSettings } from './announce';
import { createClock } from './clock';
import { createConnect } from './connect';
import { createHandlers } from './handlers';
import { createMirror } from './mirror/mirror';
import { createOffers } from './offers';
import { route } from './router';
import { watchBeginnings } from './sign-in-tab';
import { lockStorage, readToken } from './token';
import { tellFigures } from './toolbar';
import { createVaultEngine } from './vault/engine';
import { createIndexedStore, sweepQuiet } from './vault/indexed-store';
import { createWatch } from './watch';

export default defineBackground(() => {
  const tell = (news: Announcement) => {
    void announce(news);
    watch.changed();
  };
  const connect = createConnect(key => void account.keyRefused(key));
  const api = connect(async () => (await readToken())?.key);
  const offers = createOffers({ api, now: Date.now });
  const account = createAccount({
    connect,
    now: Date.now,
    endSession() {
      void mirror.end();
      void engine.end();
    },
    connectionChanged(connection) {
      tell({ announce: 'connection', connection });
      void mirror.freshen();
    },
    snapshotChanged: tellFigures,
  });
  const apiOf = (session: string) => connect(async () => (await readToken(session))?.key);
  const world = { apiOf, random: Math.random, session: async () => signedIn(await account.connection()) };
  const mirror = createMirror({
    ...world,
    clock: createClock('vaulted-read', () => void mirror.goOn()),
    learn: (listed, askedAt) => engine.learn(listed, askedAt),
    known: versionIds => engine.known(versionIds),
    statusChanged: status => tell({ announce: 'sync', status }),
  });
  const engine = createVaultEngine({
    ...world,
    clock: createClock('vaulted-settle', () => void engine.wake()),
    store: createIndexedStore(mirror.modelOf),
    offers,
    onChange: (facts, session) => tell({ announce: 'facts', session, facts }),
  });
  const watch = createWatch({ mirror, engine });
  route(createHandlers({ api, account, engine, mirror, offers, now: Date.now }));
  const starts = [announceSettings, watchBeginnings, lockStorage, sweepQuiet, engine.wake, mirror.start, watch.start];
  for (const start of starts) void start();
});
