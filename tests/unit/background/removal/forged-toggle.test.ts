import { beforeEach, describe, expect, it } from 'vitest';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { answer } from '@/entrypoints/background/messages/router';
import { createSiteRemovals } from '@/entrypoints/background/removal/site-removals';
import { itemOf } from '@/tests/property/items';
import { createFakeServices } from '@/tests/unit/background/messages/fake-services';
import { site } from '@/tests/unit/background/messages/start-endpoints';
import { createRig, OUT, V } from '@/tests/unit/background/vault/rig';
import { fail } from '@/utils/problem';
import { createWindows } from './stage';

const DAYS_MS = 3 * 24 * 3_600_000;
const tab = { ...site, tab: { id: 1 } };
let browser = createWindows();
beforeEach(() => {
  browser = createWindows();
});

/** The worker with its real engine and rules. The item has been in the vault for weeks, with notes; toggles would remove it. */
function startWorker() {
  const rig = createRig();
  rig.world.toggles.push(OUT, OUT);
  const engine = { ...createFakeServices().engine, ...rig.engine() };
  const { submit, cachedFacts } = engine;
  const services = { ...createFakeServices(), now: rig.now };
  const connection = async () => ({ ...(await services.account.connection()), session: 'one' });
  const removals = createSiteRemovals({
    account: { connection, refresh: async () => fail({ kind: 'offline' }) },
    availability: {
      freshAvailability: async () => rig.world.availability,
      versionAvailability: async () => rig.world.availability,
    },
    apiOf: () => ({ check: async () => ({ ok: true, value: new Map([[V, itemOf(V, { notes: 'mine' })]]) }) }),
    engine,
    history: { submit },
    mirror: { countCopies: async () => 1, byVersions: cachedFacts, itemsOf: async () => [] },
    now: rig.now,
  });
  const endpoints = createEndpoints({ ...services, engine, history: { ...services.history, submit }, removals });
  /** What a content script sends, answered or not within a moment. */
  const send = async (vaulted: string, more: object) => {
    let heard: unknown;
    void answer(endpoints, { vaulted, arg: { session: 'one', versionId: V, ...more } }, tab)?.then(value => {
      heard = value;
    });
    await rig.pass(1_000);
    return () => heard;
  };
  return { rig, send };
}

describe('a page that claims a toggle of the site’s, and then has an old item removed', () => {
  it.each([
    ['without a confirmation', {}, 'unexpected'],
    ['with one that is no time', { confirmedAt: 'now' }, 'unexpected'],
    ['with one that it invents', { confirmedAt: 1_700_000_000_000 }, 'asked-elsewhere'],
    ['with one of the future', { confirmedAt: 1_800_000_000_000 }, 'asked-elsewhere'],
  ])('%s, removes nothing', async (_, confirmation, outcome) => {
    const { rig, send } = startWorker();
    rig.world.kept.add(V);
    void rig.engine().check([V]);
    await rig.pass(1_000);
    await send('toggled-by-site', {});
    const heard = await send('submit-intent', { target: 'out', ...confirmation });
    await rig.pass(120_000);
    expect(JSON.stringify(heard())).toContain(outcome);
    expect(rig.attempts).toEqual([]);
    expect(browser.urls).toHaveLength(outcome === 'unexpected' ? 0 : 1);
  });

  it('takes nothing back that another device has added since it was known to be out', async () => {
    const { rig, send } = startWorker();
    void rig.engine().check([V]);
    await rig.pass(DAYS_MS);
    rig.world.kept.add(V);
    await send('toggled-by-site', {});
    await send('submit-intent', { target: 'in' });
    expect(await rig.engine().cachedFacts([V])).toMatchObject([{ state: 'out', activity: { target: 'in' } }]);
    const heard = await send('submit-intent', { target: 'out', confirmedAt: rig.now() });
    await rig.pass(120_000);
    expect(heard()).toMatchObject({ problem: { kind: 'asked-elsewhere', outcome: 'opened' } });
    expect(rig.attempts).toEqual([]);
  });
});
