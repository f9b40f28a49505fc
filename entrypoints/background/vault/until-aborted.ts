import type { VaultParts } from './ports';

/**
 * The same parts until `signal` aborts: after that no call leaves, and every call in flight stays unanswered for ever. So nothing in
 * flight writes after a sign-out, without a check after each await.
 */
export function untilAborted(parts: VaultParts, signal: AbortSignal): VaultParts {
  function wrap<Args extends unknown[], T>(call: (...args: Args) => Promise<T>): (...args: Args) => Promise<T> {
    return (...args) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return;
        call(...args).then(
          value => signal.aborted || resolve(value),
          error => signal.aborted || reject(error),
        );
      });
  }
  const { api, store, clock, availability } = parts;
  return {
    api: {
      check: wrap(ids => api.check(ids, signal)),
      toggle: wrap((id, _, isStreamed) => api.toggle(id, signal, isStreamed)),
      carriesStreams: wrap(() => api.carriesStreams()),
      vault: wrap(() => api.vault(signal)),
      list: wrap(params => api.list(params, signal)),
    },
    store: {
      load: wrap(session => store.load(session)),
      save: wrap((session, change) => store.save(session, change)),
      forget: wrap((session, ids) => store.forget(session, ids)),
    },
    clock: {
      now: () => clock.now(),
      elapsed: () => clock.elapsed(),
      sleep: wrap((ms, bell) => clock.sleep(ms, bell)),
      wakeAfter: ms => signal.aborted || clock.wakeAfter(ms),
    },
    random: () => parts.random(),
    availability: { versionAvailability: wrap(id => availability.versionAvailability(id, signal)) },
    session: wrap(() => parts.session()),
    usageChanged: parts.usageChanged,
    onChange: (facts, session) => signal.aborted || parts.onChange(facts, session),
  };
}
