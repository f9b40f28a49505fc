import { describe, expect, it } from 'vitest';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { answer } from '@/entrypoints/background/messages/router';
import { createFakeServices } from '@/tests/unit/background/messages/fake-services';
import { page, site } from '@/tests/unit/background/messages/start-endpoints';

const MINUTE = 60_000;

function start() {
  const services = createFakeServices();
  const clock = { now: 1_000 };
  const endpoints = createEndpoints({ ...services, now: () => clock.now });
  const of = (tabId: number) => ({ ...site, tab: { id: tabId } });
  const lookUp = (sender: object, modelId: number) =>
    answer(endpoints, { vaulted: 'model-versions', arg: { modelId } }, sender);
  return { services, clock, endpoints, of, lookUp };
}

describe('look-ups that a page asks for', () => {
  it('are 300 a minute of a tab; what is over that is told when to try again', async () => {
    const { services, clock, of, lookUp } = start();
    for (let id = 1; id <= 1_000; id += 1) await lookUp(of(1), id);
    expect(services.availability.modelVersions).toHaveBeenCalledTimes(300);
    const problem = { kind: 'page-limit', of: 'additions', until: 1_000 + MINUTE };
    expect(await lookUp(of(1), 1_001)).toEqual({ ok: false, problem });
    clock.now += MINUTE;
    await lookUp(of(1), 1_002);
    expect(services.availability.modelVersions).toHaveBeenCalledTimes(301);
  });

  it('take nothing from another tab, nor from the extension’s own pages', async () => {
    const { services, endpoints, of, lookUp } = start();
    for (let id = 1; id <= 1_000; id += 1) await lookUp(of(1), id);
    await lookUp(of(2), 1);
    expect(services.availability.modelVersions).toHaveBeenCalledTimes(301);
    for (let versionId = 1; versionId <= 400; versionId += 1)
      await answer(endpoints, { vaulted: 'version-availability', arg: { versionId } }, page);
    expect(services.availability.versionAvailability).toHaveBeenCalledTimes(400);
  });

  it('of single versions, and of what a removal would mean, are no way round', async () => {
    const { services, endpoints, of } = start();
    const ask = (vaulted: string, arg: object) => answer(endpoints, { vaulted, arg }, of(1));
    for (let versionId = 1; versionId <= 400; versionId += 1) {
      await ask('version-availability', { versionId });
      await ask('foresee-removal', { session: 's', versionId });
    }
    expect(services.availability.versionAvailability).toHaveBeenCalledTimes(300);
    expect(services.removals.foresee).toHaveBeenCalledTimes(300);
    expect(await ask('foresee-removal', { session: 's', versionId: 1 })).toEqual({ elsewhere: 'many' });
  });
});
