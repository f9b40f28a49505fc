import { HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import { fail, type Problem, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

import type { EngineParts } from './ports';
import { createSessionVault, type ListedVersion, type SessionVault } from './session-vault';
import { createThrottleGuard } from './throttle-guard';
import { untilAborted } from './until-aborted';

export type CheckedFacts = { facts: VersionFact[]; problem?: Problem };
export type VaultEngine = ReturnType<typeof createVaultEngine>;

type Life = { vault: SessionVault; stop: AbortController; ended: Promise<'ended'> };

/**
 * The vault, and the only way to change it: intents ("in", "out, confirmed"), never flips. It survives being killed at any moment:
 * everything that may have been sent is in the journal, and a new engine on the same store settles it.
 */
export function createVaultEngine(parts: EngineParts) {
  let life: Life | undefined;
  // The browser counts on, whoever is signed in.
  const throttle = createThrottleGuard();
  /** Counts sign-outs: what was intended of one account is never done to the next. */
  let era = 0;
  /** A session that is over, even if the key is still there for a moment. */
  let ended: string | undefined;

  /** The vault of whoever is signed in; `undefined` for nobody, also if that has just changed. */
  async function open(): Promise<Life | undefined> {
    const asked = era;
    const session = await parts.session();
    if (asked !== era || session?.session === ended) return undefined;
    if (life && life.vault.session.session !== session?.session) end();
    if (!session) return undefined;
    life ??= begin(session);
    life.vault.session.canWrite = session.canWrite;
    return life;
  }

  async function settleLeftovers(): Promise<void> {
    // Before anything else: this worker may be killed, too, before it knows what there is to do.
    parts.clock.wakeAfter(HEARTBEAT_MS);
    const current = await open();
    if (!current) return parts.clock.wakeAfter(undefined);
    await Promise.race([current.vault.ready, current.ended]);
    current.vault.beat();
  }

  function begin(session: { session: string; canWrite: boolean }): Life {
    const stop = new AbortController();
    const ended = new Promise<'ended'>(resolve => stop.signal.addEventListener('abort', () => resolve('ended')));
    const vault = createSessionVault(
      untilAborted({ ...parts, api: parts.apiOf(session.session) }, stop.signal),
      { ...session },
      throttle,
    );
    return { vault, stop, ended };
  }

  function end(): void {
    if (!life) return;
    life.stop.abort();
    life = undefined;
    parts.clock.wakeAfter(undefined);
  }

  return {
    /**
     * What the vault says of the versions now; facts of those that could not be asked are the last known, and `problem` says why.
     * Invalid ids are left out. `isFresh`: an answer that was asked for before is not enough. Never rejects.
     */
    async check(versionIds: readonly VersionId[], isFresh = false): Promise<CheckedFacts> {
      const ids = [...new Set(versionIds)].filter(isVersionId);
      const current = await open();
      const looked = await Promise.race([current?.vault.check(ids, isFresh), current?.ended]);
      if (looked && looked !== 'ended') return looked;
      return { facts: ids.map(nothingKnown), problem: { kind: 'not-signed-in' } };
    },

    /** What is known of the versions now, without a request; all of it `unknown` if nobody is signed in. Never rejects. */
    async cachedFacts(versionIds: readonly VersionId[]): Promise<VersionFact[]> {
      const current = await open();
      const known = await Promise.race([current?.vault.cachedFacts(versionIds), current?.ended]);
      return known && known !== 'ended' ? known : versionIds.map(nothingKnown);
    },

    /**
     * Carries out an intent of whoever is signed in; one that was made under another sign-in comes to nothing. Resolves when it is
     * known how it went: with the version's fact once the intent (or a newer one that took its place) has come true, or with the
     * problem. Never rejects.
     */
    async submit(intent: Intent): Promise<Result<VersionFact>> {
      if (!isVersionId(intent.versionId)) return fail({ kind: 'unexpected' });
      const current = await open();
      if (!current) return fail({ kind: 'not-signed-in' });
      if (current.vault.session.session !== intent.session) return fail({ kind: 'other-session' });
      if (!current.vault.session.canWrite) return fail({ kind: 'read-only-key' });
      const result = await Promise.race([current.vault.submit(intent), current.ended]);
      return result === 'ended' ? fail({ kind: 'not-signed-in' }) : result;
    },

    /** Somebody else has just toggled the version of this vault: until every replica knows, nothing is believed or sent. */
    async toggledElsewhere(versionId: VersionId): Promise<undefined> {
      (await open())?.vault.toggledElsewhere(versionId);
      return undefined;
    },

    /** Settles what an earlier worker left behind. To be called whenever a worker starts, and by the alarm that `wakeAfter` asks for. */
    wake: settleLeftovers,

    /** The session is over: everything in flight stops where it is and writes nothing more. The database is wiped with the account. */
    end(): void {
      era += 1;
      ended = life?.vault.session.session ?? ended;
      end();
    },

    /** What pages of the vault's list say; asked for at `askedAt` (the clock's `elapsed()`), with how often the list holds a version. */
    async recordListed(listed: readonly ListedVersion[], askedAt: number): Promise<void> {
      const current = await open();
      await Promise.race([current?.vault.recordListed(listed, askedAt), current?.ended]);
    },
  };
}

function nothingKnown(versionId: VersionId): VersionFact {
  return { versionId, state: 'unknown', asOf: 0 };
}
