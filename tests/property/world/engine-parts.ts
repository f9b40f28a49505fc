import type { EngineParts } from '@/entrypoints/background/vault/ports';
import type { createMemoryStore } from '@/tests/property/memory-store';
import type { Network } from '@/tests/property/network';
import type { Oracle } from '@/tests/property/oracle/oracle';
import type { Alarm } from './alarm';
import type { Laptop } from './laptop';
import type { Life, Lives } from './lives';
import type { SignIns } from './sign-ins';

type Surroundings = {
  laptop: Laptop;
  signIns: SignIns;
  store: ReturnType<typeof createMemoryStore>;
  oracle: Oracle;
  network: Network;
  alarm: Alarm;
  step: Lives['step'];
};
type Work<T> = (answer: (value: T, delivered?: () => void) => void) => void;
/** A call that leaves the worker, and an answer that comes back if it is still there by then. */
type Port = <T>(work: Work<T>) => Promise<T>;

/** What one life of the worker reaches of the world, and only as long as it lasts. */
export function createEngineParts(around: Surroundings, life: () => Life): EngineParts {
  const { laptop, signIns, oracle, network, step } = around;
  const port: Port = work =>
    new Promise(resolve => {
      if (!step(life())) return;
      work((value, delivered) => {
        if (!step(life())) return;
        delivered?.();
        resolve(value);
      });
    });

  return {
    apiOf: name => ({
      check: ids => port(answer => network.check(ids, answer)),
      toggle: (id, _, isStreamed = false) => port(answer => network.toggle({ id, session: name, isStreamed }, answer)),
      carriesStreams: () => port(answer => network.carriesStreams(answer)),
      list: () => port(answer => network.list(answer)),
      vault: () => port(answer => network.quota(answer)),
    }),
    store: createStorePart(around, port),
    clock: createClockPart(around, life, port),
    random: () => 0.5,
    availability: {
      versionAvailability: versionId =>
        port(answer =>
          laptop.locally(50, () => answer({ ok: true, value: { versionId, availability: 'everyone', sizeKb: 1 } })),
        ),
    },
    session: () =>
      port(answer =>
        laptop.locally(1, () => {
          const session = signIns.session();
          answer(session ? { session, canWrite: true } : undefined);
        }),
      ),
    usageChanged: () => {},
    onChange: facts => {
      if (life().alive) oracle.judgeFacts(facts);
    },
  };
}

function createStorePart({ laptop, signIns, store, oracle }: Surroundings, port: Port): EngineParts['store'] {
  return {
    load: name =>
      port(answer =>
        laptop.locally(1, () => {
          oracle.restarted();
          answer(store.load(name));
        }),
      ),
    save: (name, change) =>
      port(answer => {
        oracle.judgeWrite(name, signIns.session());
        laptop.locally(1, () => answer(store.save(name, change)));
      }),
    forget: (name, ids) => port(answer => laptop.locally(1, () => answer(store.forget(name, ids)))),
  };
}

function createClockPart({ laptop, alarm }: Surroundings, life: () => Life, port: Port): EngineParts['clock'] {
  return {
    now: laptop.wall,
    elapsed: () => laptop.awake() - life().bornAwake,
    sleep: (ms, signal) =>
      port(answer => {
        laptop.locally(ms, () => answer(undefined));
        signal.addEventListener('abort', () => answer(undefined));
      }),
    wakeAfter: ms => {
      if (life().alive) alarm.set(ms);
    },
  };
}
