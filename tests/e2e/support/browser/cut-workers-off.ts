import type { Browser, CDPSession, Target } from 'puppeteer-core';

type Offline = { set(offline: boolean): Promise<void>; letGo(): Promise<void> };

/** Takes the workers off the network and back; one that starts meanwhile is cut off as well. */
export function cutWorkersOff(browser: Browser, workers: () => Target[]): Offline {
  let sessions: CDPSession[] = [];
  const cutOff = async (target: Target) => {
    const session = await target.createCDPSession();
    sessions.push(session);
    await session.send('Network.enable');
    const conditions = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await session.send('Network.emulateNetworkConditions', conditions);
  };
  const watch = (target: Target) => {
    // A worker that ends while it is being cut off needs nothing more.
    if (target.type() === 'service_worker') cutOff(target).catch(() => {});
  };
  const letGo = async () => {
    for (const session of sessions) await session.detach().catch(() => {});
    sessions = [];
  };
  return {
    letGo,
    set: async offline => {
      browser.off('targetcreated', watch);
      await letGo();
      if (!offline) return;
      for (const target of workers()) await cutOff(target);
      browser.on('targetcreated', watch);
    },
  };
}
