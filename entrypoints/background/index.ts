import { defineBackground } from '#imports';
import { watchInstallation } from '@/entrypoints/background/account/sign-in-tab';
import { lockStorage } from '@/entrypoints/background/account/token';
import { listenAnywhere } from '@/entrypoints/background/anywhere/listen';
import { announceSettingsChanges } from '@/entrypoints/background/messages/announce';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { route } from '@/entrypoints/background/messages/router';
import { sweepCooldowns } from '@/entrypoints/background/storage/vault-store';
import { startInOpenTabs } from '@/entrypoints/background/tabs/start-in-open-tabs';
import { createServices } from './services';

export default defineBackground(() => {
  const services = createServices();
  route(createEndpoints(services), services.tabIcons.pageSpoke);
  listenAnywhere(services);
  const starts = [
    announceSettingsChanges,
    watchInstallation,
    lockStorage,
    sweepCooldowns,
    services.engine.wake,
    services.mirror.start,
    services.poller.start,
    services.radar.start,
    services.tabIcons.start,
    startInOpenTabs,
  ];
  for (const start of starts) void start();
});
