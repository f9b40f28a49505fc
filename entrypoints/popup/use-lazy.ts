import { useEffect, useState } from 'preact/hooks';

/** What is not needed at first sight: loaded as soon as it is wanted, `undefined` until then. `load` must not change. */
export function useLazy<T extends object>(isWanted: boolean, load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    if (isWanted && !loaded) load().then(setLoaded, () => undefined);
  }, [isWanted, loaded, load]);
  return loaded;
}
