import { useSyncExternalStore } from 'react';

/** A value outside React that components can follow. */
type Cell<T> = { get(): T; set(value: T): void; subscribe(listener: () => void): () => void };

/** A cell that holds `value` at first. */
export function createCell<T>(value: T): Cell<T> {
  let current = value;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(next) {
      current = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The cell's value; a change renders the component again. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.subscribe, cell.get, cell.get);
}
