import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Connection } from '@/utils/account/account';
import type { AccountEvent } from './account-state';

/** Requests figures from the background, and never passes on an answer of another account. */
type FiguresRequest = {
  /** Requests now. The answer to an earlier request is dropped. */
  ask: () => Promise<void>;
  /** Takes an announced connection, and requests if the figures on screen are of another. */
  handleConnection: (connection: Connection) => void;
};

/** Creates the request; `dispatch` gets every event. */
export function createFiguresRequest(
  host: Pick<PopupHost, 'refresh'>,
  dispatch: (event: AccountEvent) => void,
): FiguresRequest {
  let latest = 0;
  let isOut = false;
  let shown: string | undefined;
  /** A session announced during a request: the answer may be older. It is compared once, so that it can't loop. */
  let announced: string | undefined;

  const ask = async (): Promise<void> => {
    latest += 1;
    const own = latest;
    isOut = true;
    announced = undefined;
    dispatch({ type: 'asked' });
    const result = await host.refresh();
    if (own !== latest) return;
    isOut = false;
    if (result.ok) shown = result.value.session;
    if (announced !== undefined && announced !== shown) return ask();
    dispatch({ type: 'answered', result });
  };

  const handleConnection = (connection: Connection): void => {
    dispatch({ type: 'connection', connection });
    if (connection.kind !== 'signed-in') {
      latest += 1;
      isOut = false;
      shown = undefined;
    } else if (isOut) announced = connection.session;
    else if (connection.session !== shown) void ask();
  };

  return { ask, handleConnection };
}
