import { createAllowance, createAllowances } from '@/entrypoints/background/timing/budget';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { VersionId } from '@/utils/civitai/ids';

const MINUTE_MS = 60_000;
/** As many as additions by press. */
const OF_ALL = { most: 30, withinMs: MINUTE_MS };
/** Each holds a version's requests back for a quarter of a minute; no user changes their mind so often. */
const OF_VERSION = { most: 6, withinMs: 10 * MINUTE_MS };
const MOST_VERSIONS = 200;

/**
 * Takes a page's word that the site's own button has just toggled a version. A page may invent it, so there is an end: beyond that the
 * version is checked as if nothing had happened, and only the page itself holds its presses back.
 */
export function createSiteToggles(engine: Pick<VaultEngine, 'toggledElsewhere'>, now: () => number) {
  const ofAll = createAllowance(OF_ALL);
  const ofVersion = createAllowances<VersionId>(MOST_VERSIONS, OF_VERSION);
  return async (versionId: VersionId): Promise<void> => {
    const isTaken = ofVersion(versionId).take(1, now()) > 0 && ofAll.take(1, now()) > 0;
    if (isTaken) await engine.toggledElsewhere(versionId);
  };
}
