import type { Problem } from '@/utils/problem';
import type { EngineParts, Session } from './ports';
import { createSessionVault, type SessionVault } from './session-vault';
import { createThrottleGuard } from './throttle-guard';
import { untilAborted } from './until-aborted';

/** The vault of one session while it is open; `ended` resolves when it closes. */
type OpenVault = { vault: SessionVault; stop: AbortController; ended: Promise<'ended'> };

/** Opens the vault of the account that is signed in, and closes it when the account goes. */
export type VaultOpener = {
  /** `undefined`: no account is signed in, or it has just changed. */
  open(): Promise<OpenVault | undefined>;
  /** Why none is open. */
  whyShut(): Problem;
  /** The session is over, even if its key is still stored for a moment: everything in flight stops and writes nothing more. */
  end(): void;
};

const NOT_SIGNED_IN: Problem = { kind: 'not-signed-in' };

/** One for the engine: at most one vault is open at a time. */
export function createVaultOpener(parts: EngineParts): VaultOpener {
  // The browser counts failures across accounts.
  const throttle = createThrottleGuard();
  let current: OpenVault | undefined;
  /** Counts sign-outs: what was intended of one account is never done to the next. */
  let signOuts = 0;
  let endedSession: string | undefined;
  let whyShut: Problem = NOT_SIGNED_IN;

  function begin(session: Session): OpenVault {
    const stop = new AbortController();
    const ended = new Promise<'ended'>(resolve => stop.signal.addEventListener('abort', () => resolve('ended')));
    const own = untilAborted({ ...parts, api: parts.apiOf(session.session) }, stop.signal);
    return { vault: createSessionVault(own, { ...session }, throttle), stop, ended };
  }

  function close(): void {
    if (!current) return;
    current.stop.abort();
    current = undefined;
    parts.clock.wakeAfter(undefined);
  }

  return {
    async open() {
      const asked = signOuts;
      const session = await parts.session();
      if (asked !== signOuts || (session && session.session === endedSession)) return undefined;
      if (session) whyShut = NOT_SIGNED_IN;
      else if (current) whyShut = { kind: 'key-refused' };
      if (current && current.vault.session.session !== session?.session) close();
      if (!session) return undefined;
      current ??= begin(session);
      current.vault.session.canWrite = session.canWrite;
      return current;
    },
    whyShut: () => whyShut,
    end() {
      signOuts += 1;
      whyShut = NOT_SIGNED_IN;
      endedSession = current?.vault.session.session ?? endedSession;
      close();
    },
  };
}
