import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Connection } from '@/utils/account/account';
import type { AccountEvent } from './account-state';

/** Asks the background for figures, and sees to it that no answer of another account is ever shown. */
export type FiguresRequest = {
  /** Asks now. The answer to an earlier question that is still out will be dropped. */
  ask: () => Promise<void>;
  /** Hears whose vault it is now, and asks if those are not the figures on screen. */
  meet: (connection: Connection) => void;
};

/** Creates the asker; `dispatch` is told everything that happens. */
export function createFiguresRequest(
  host: Pick<PopupHost, 'refresh'>,
  dispatch: (event: AccountEvent) => void,
): FiguresRequest {
  let question = 0;
  let isAsking = false;
  let shown: string | undefined;
  /** A session heard of while a question was out: its answer may be too old. Read once, so that it cannot loop. */
  let heard: string | undefined;

  const ask = async (): Promise<void> => {
    question += 1;
    const asked = question;
    isAsking = true;
    heard = undefined;
    dispatch({ event: 'asked' });
    const result = await host.refresh();
    if (asked !== question) return;
    isAsking = false;
    if (result.ok) shown = result.value.session;
    if (heard !== undefined && heard !== shown) return ask();
    dispatch({ event: 'answered', result });
  };

  const meet = (connection: Connection): void => {
    dispatch({ event: 'connection', connection });
    if (connection.kind !== 'signed-in') {
      question += 1;
      isAsking = false;
      shown = undefined;
    } else if (isAsking) heard = connection.session;
    else if (connection.session !== shown) void ask();
  };

  return { ask, meet };
}
