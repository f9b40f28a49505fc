import { HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';
import type { IsOut, ListedVersion } from '@/entrypoints/background/vault/checks/record-checks';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import type { Intent, RemovalChange } from '@/utils/messages/protocol';
import { fail, type Problem, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { createVaultOpener } from './open-vault';
import type { EngineParts } from './ports';
import type { SessionVault } from './session-vault';

export type CheckedFacts = { facts: VersionFact[]; problem?: Problem };

/** What the rest of the background may ask of the vault. Nothing of it rejects. */
export type VaultEngine = {
  /**
   * What the vault says of the versions now. Facts of those that could not be asked are the last known, and `problem` says why; invalid
   * ids are left out. `isFresh`: an answer that was asked for before is not enough.
   */
  check(versionIds: readonly VersionId[], isFresh?: boolean): Promise<CheckedFacts>;
  /** What is known of the versions now, without a request; all of it `unknown` while no account is signed in. */
  cachedFacts(versionIds: readonly VersionId[]): Promise<VersionFact[]>;
  /**
   * Carries out an intent of the account that is signed in; one that was made under another sign-in is refused. Resolves with the
   * version's fact once the intent, or a newer one that took its place, has come true, or with the problem.
   */
  submit(intent: Intent): Promise<Result<VersionFact>>;
  /** Facts of the removals that can be taken back, and of those that an earlier worker or session left unsent. */
  removals(): Promise<VersionFact[]>;
  /**
   * Changes removals of that session that were not sent yet; none is sent after an "undo". Resolves with the versions that it could be
   * done for: for the others it is too late, or there is nothing to do.
   */
  changeRemovals(session: string, versionIds: readonly VersionId[], how: RemovalChange): Promise<VersionId[]>;
  /**
   * Resolves once checks of the version count: at most 45 s after it was last toggled, from here or elsewhere. True: it had to wait, so
   * that a check which was just answered may have come too early.
   */
  untilCooledDown(versionId: VersionId): Promise<boolean | undefined>;
  /** The version was just toggled from elsewhere: until every replica knows, no check is believed and nothing is sent. */
  toggledElsewhere(versionId: VersionId): Promise<void>;
  /** Facts of the versions that left the vault only to be added again. */
  owed(): Promise<VersionFact[]>;
  /** The user no longer wants that version to be added again. */
  dismissOwed(versionId: VersionId): Promise<void>;
  /** Settles what an earlier worker left behind. To be called when a worker starts, and by the alarm that `wakeAfter` sets. */
  wake(): Promise<void>;
  /** The session is over: everything in flight stops and writes nothing more. The database is wiped with the account. */
  end(): void;
  /**
   * What pages of the vault's list say, asked for at `askedAt` (`elapsed()`), with how often the list holds a version; `isEveryDouble`: it
   * holds no other more than once. `undefined`: the session is over.
   */
  recordListed(listed: readonly ListedVersion[], askedAt: number, isEveryDouble?: boolean): Promise<IsOut | undefined>;
};

/**
 * The vault, and the only way to change it: intents ("in", "out, confirmed"), never flips. It survives a kill at any moment, because
 * everything that may have been sent is in the journal, and a new engine on the same store settles it.
 */
export function createVaultEngine(parts: EngineParts): VaultEngine {
  const { open, whyShut, end } = createVaultOpener(parts);
  /** `undefined`: no account is signed in, or it has just gone. */
  async function ask<T>(question: (vault: SessionVault) => Promise<T>): Promise<T | undefined> {
    const current = await open();
    const answer = await Promise.race([current && question(current.vault), current?.ended]);
    return answer === 'ended' ? undefined : answer;
  }
  return {
    async check(versionIds, isFresh = false) {
      const ids = [...new Set(versionIds)].filter(isVersionId);
      const checked = await ask(vault => vault.check(ids, isFresh));
      return checked ?? { facts: ids.map(nothingKnown), problem: whyShut() };
    },
    cachedFacts: async ids => (await ask(vault => vault.cachedFacts(ids))) ?? ids.map(nothingKnown),
    async submit(intent) {
      if (!isVersionId(intent.versionId)) return fail({ kind: 'unexpected' });
      return (await ask(vault => submit(vault, intent))) ?? fail(whyShut());
    },
    removals: async () => (await ask(vault => vault.removals())) ?? [],
    async changeRemovals(session, versionIds, how) {
      const change = async (vault: SessionVault) =>
        vault.session.session === session ? vault.changeRemovals(versionIds, how) : [];
      return (await ask(change)) ?? [];
    },
    untilCooledDown: versionId => ask(vault => waitForCooldown(vault, parts.clock, versionId)),
    async toggledElsewhere(versionId) {
      (await open())?.vault.toggledElsewhere(versionId);
    },
    owed: async () => (await ask(vault => vault.owed())) ?? [],
    dismissOwed: versionId => ask(vault => vault.dismissOwed(versionId)),
    async wake() {
      // Before anything else: this worker may be killed, too, before it knows what there is to do.
      parts.clock.wakeAfter(HEARTBEAT_MS);
      if (!(await open())) return parts.clock.wakeAfter(undefined);
      await ask(async vault => {
        await vault.ready;
        vault.wake();
      });
    },
    end,
    recordListed: (...listed) => ask(vault => vault.recordListed(...listed)),
  };
}

const NEVER = new AbortController().signal;

async function waitForCooldown(
  { ready, cooldownEndOf }: SessionVault,
  { elapsed, sleep }: EngineParts['clock'],
  versionId: VersionId,
): Promise<boolean> {
  await ready;
  let hasWaited = false;
  // It may be toggled once more meanwhile.
  for (;;) {
    const ms = cooldownEndOf(versionId) - elapsed();
    if (ms <= 0) return hasWaited;
    hasWaited = true;
    await sleep(ms, NEVER);
  }
}

async function submit(vault: SessionVault, intent: Intent): Promise<Result<VersionFact>> {
  if (vault.session.session !== intent.session) return fail({ kind: 'other-session' });
  if (vault.session.isLogin) return fail({ kind: 'needs-key' });
  if (!vault.session.canWrite) return fail({ kind: 'read-only-key' });
  return vault.submit(intent);
}

function nothingKnown(versionId: VersionId): VersionFact {
  return { versionId, state: 'unknown', asOf: 0 };
}
