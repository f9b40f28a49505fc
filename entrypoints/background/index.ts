import { defineBackground } from '#imports';
import { watchInstallation } from '@/entrypoints/background/account/sign-in-tab';
import { lockStorage } from '@/entrypoints/background/account/token';
import { listenAnywhere } from '@/entrypoints/background/anywhere/listen';
import { announceSettingsChanges } from '@/entrypoints/background/messages/announce';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { route } from '@/entrypoints/background/messages/router';
import { sweepCooldowns } from '@/entrypoints/background/storage/vault-store';
import { startInOpenTabs, watchHiddenTabs } from '@/entrypoints/background/tabs/start-in-open-tabs';
import { createServices } from './services';

/** What has woken the worker, mostly a page that waits, is answered first: with all of its own work beside it that took half as long again. */
const LATER_MS = 200;

export default defineBackground(() => {
  const services = createServices();
  route(createEndpoints(services), services.tabIcons.pageSpoke);
  listenAnywhere(services);
  const { engine, mirror, poller, radar, tabIcons } = services;
  // The browser drops an event whose listener comes later.
  const listeners = [announceSettingsChanges, watchInstallation, poller.listen, radar.listen, tabIcons.listen];
  for (const start of [...listeners, watchHiddenTabs, lockStorage, sweepCooldowns]) void start();
  setTimeout(() => {
    for (const start of [engine.wake, mirror.start, poller.start, radar.wake, tabIcons.paintAll, startInOpenTabs])
      void start();
  }, LATER_MS);
});
