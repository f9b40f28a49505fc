import type { TargetedMouseEvent } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Entry } from '@/utils/vault-view/prepare';
import { extendTo, type Selection, toggleItem } from '@/utils/vault-view/selection';
import type { RowActions } from './cell-content';

type Props = {
  entries: readonly Entry[];
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onOpen: (id: number) => void;
  onFocus: RowActions['focus'];
};

/** The actions of all rows. They stay the same functions, so that an action redraws no row. */
export function useRowActions({ entries, selection, onSelect, onOpen, onFocus }: Props): RowActions {
  const anchor = useRef<number>(undefined);
  const tick = (id: number, isRange: boolean): boolean => {
    const next = isRange ? extendTo(selection, entries, anchor.current, id) : toggleItem(selection, id);
    onSelect(next);
    anchor.current = id;
    return next.has(id);
  };
  const press = (id: number, event: TargetedMouseEvent<HTMLElement>): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) tick(id, event.shiftKey);
    else onOpen(id);
  };
  const latest = useRef({ press, tick });
  latest.current = { press, tick };
  return useMemo(
    () => ({
      press: (id, event) => latest.current.press(id, event),
      tick: (id, isRange) => latest.current.tick(id, isRange),
      focus: onFocus,
    }),
    [onFocus],
  );
}
