import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { Connection } from '@/utils/account/account';
import { isOlderThan } from '@/utils/age';
import type { Problem } from '@/utils/problem';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';
import type { Invitation } from './connect-button';

/** The user may have logged in meanwhile, in this tab or another. */
const ASK_AGAIN_AFTER_MS = 10_000;

export type LoginWay = {
  /** What stands in the vault button's place while no vault can be shown here. */
  invitationFor(connection: Connection): Invitation;
};

type Parts = {
  client: Pick<Client, 'usableLogin' | 'showWithLogin' | 'openSignIn'>;
  /** There is something new to draw. */
  update(): void;
  warn(problem: Problem): void;
};

/** Finds out whether the vault can be shown with the site's login; otherwise the way leads to a key, as it does where that is refused. */
export function createLoginWay({ client, update, warn }: Parts, signal: AbortSignal): LoginWay {
  let isUsable = false;
  let isBusy = false;
  let askedAt = 0;
  const look = async (): Promise<void> => {
    askedAt = Date.now();
    const answer = await client.usableLogin();
    const found = answer.ok && answer.value.user !== undefined;
    if (signal.aborted || found === isUsable) return;
    isUsable = found;
    update();
  };
  const showWithLogin = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    const answer = await client.showWithLogin();
    isBusy = false;
    if (signal.aborted || answer.ok) return;
    isUsable = false;
    warn(answer.problem);
    update();
  };
  return {
    invitationFor(connection) {
      if (connection.kind === 'no-store') return noStore(client, connection.problem);
      if (connection.kind !== 'signed-out') return reconnect(client);
      if (connection.isLogin) return otherLogin(client, connection.username ?? '');
      if (isOlderThan(ASK_AGAIN_AFTER_MS, askedAt, Date.now())) void look();
      return isUsable
        ? { label: t('button.login'), hint: t('button.login.hint'), press: () => void showWithLogin() }
        : { label: t('action.connect'), hint: t('button.connect.hint'), press: client.openSignIn };
    },
  };
}

function noStore({ openSignIn }: Parts['client'], problem: Problem): Invitation {
  return { label: t('button.no-store'), hint: describeInFull(problem, Date.now()), press: openSignIn };
}

function reconnect({ openSignIn }: Parts['client']): Invitation {
  return { label: t('button.reconnect'), hint: t('button.reconnect.hint'), press: openSignIn };
}

function otherLogin({ openSignIn }: Parts['client'], account: string): Invitation {
  return { label: t('button.other-login'), hint: t('button.other-login.hint', { account }), press: openSignIn };
}
