import { useState } from 'preact/hooks';
import type { Connection } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import type { AccountStateOnPage } from './use-account-state';

/** Signing in and out from this page. `isNew`: the user has signed in here; `isReplacing`: another key is being entered. */
export function useAccountActions({ signIn, showWithLogin, signOut }: AccountStateOnPage, onSignedIn: () => void) {
  const [isReplacing, setReplacing] = useState(false);
  const [isNew, setNew] = useState(false);
  const [isSigningOut, setSigningOut] = useState(false);
  const welcome = (result: Result<Connection>): Result<Connection> => {
    if (!result.ok) return result;
    setReplacing(false);
    setNew(true);
    onSignedIn();
    return result;
  };
  return {
    isReplacing,
    setReplacing,
    isNew,
    isSigningOut,
    async signIn(key: string, isBrief: boolean): Promise<Result<Connection>> {
      return welcome(await signIn(key, isBrief));
    },
    async showWithLogin(): Promise<Result<Connection>> {
      return welcome(await showWithLogin());
    },
    async signOut(): Promise<void> {
      setSigningOut(true);
      await signOut();
      setSigningOut(false);
      setNew(false);
    },
  };
}
