import { useState } from 'preact/hooks';
import type { Connection } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import type { AccountStateOnPage } from './use-account-state';

/** Signing in and out from this page. `isNew`: the user has signed in here; `isReplacing`: another key is being entered. */
export function useAccountActions({ signIn, signOut }: AccountStateOnPage, onSignedIn: () => void) {
  const [isReplacing, setReplacing] = useState(false);
  const [isNew, setNew] = useState(false);
  const [isSigningOut, setSigningOut] = useState(false);
  return {
    isReplacing,
    setReplacing,
    isNew,
    isSigningOut,
    async signIn(key: string, isBrief: boolean): Promise<Result<Connection>> {
      const result = await signIn(key, isBrief);
      if (!result.ok) return result;
      setReplacing(false);
      setNew(true);
      onSignedIn();
      return result;
    },
    async signOut(): Promise<void> {
      setSigningOut(true);
      await signOut();
      setSigningOut(false);
      setNew(false);
    },
  };
}
