import { useEffect, useState } from 'preact/hooks';

/** Loads a module once it is needed; `undefined` until then. `load` must stay the same function. */
export function useLazy<T extends object>(isNeeded: boolean, load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    if (isNeeded && !loaded) load().then(setLoaded, () => undefined);
  }, [isNeeded, loaded, load]);
  return loaded;
}
