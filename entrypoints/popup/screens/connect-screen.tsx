import { NoticeBoard } from '@/components/notices/notice-board';
import { NoticeList } from '@/components/notices/notice-list';
import { LoginButton } from '@/components/sign-in/login-button';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Connection } from '@/utils/account/account';
import type { Problem, Result } from '@/utils/problem';
import { noticeOf } from '@/utils/sentences/notices';
import { t } from '@/utils/texts/texts';
import { type Occasion, SignInView } from './sign-in-view';
import { useUsableLogin } from './use-usable-login';

type Props = {
  /** Why the stored key no longer works, if that is the reason for this screen. */
  reason: Problem | undefined;
  /** Whether the stored key still works, so that the user can go back to it. */
  isReplacing: boolean;
  /** The browser withholds the site: nothing here works before the user allows it. */
  barrier: Problem | undefined;
  isTab: boolean;
  now: () => number;
  host: Pick<PopupHost, 'usableLogin'>;
  /** The user wants the vault to be shown with the site's login. */
  onUseLogin: () => Promise<Result<unknown>>;
  onSignIn: (key: string, isBrief: boolean) => Promise<Result<Connection>>;
  onOpenTab: () => void;
  onAllowSite: () => void;
  onCancel: () => void;
};

function occasionOf({ isReplacing, reason }: Pick<Props, 'isReplacing' | 'reason'>): Occasion {
  if (isReplacing) return 'another';
  return reason ? 'again' : 'new';
}

/** Signing in for the first time, again, or with another key. */
export function ConnectScreen(props: Props) {
  const { reason, isReplacing, barrier, isTab, now, onSignIn, onOpenTab, onAllowSite, onCancel } = props;
  const { user, isPrivate } = useUsableLogin(props.host, !isReplacing);
  const refusal = reason ? [{ ...noticeOf(reason, now()), remedy: { kind: 'none' as const } }] : [];
  const notices = barrier ? [noticeOf(barrier, now())] : refusal;
  const ignore = (): void => {};
  return (
    <>
      <NoticeBoard>
        <NoticeList
          notices={notices}
          actions={{
            retry: ignore,
            connect: ignore,
            'allow-site': onAllowSite,
            'start-afresh': ignore,
            'free-up': ignore,
          }}
          now={now()}
          isBrief
        />
      </NoticeBoard>
      <SignInView
        occasion={occasionOf({ isReplacing, reason })}
        isTab={isTab}
        login={user && <LoginButton {...user} onUse={props.onUseLogin} />}
        isPrivate={isPrivate}
        now={now}
        onSignIn={onSignIn}
        onOpenTab={onOpenTab}
      />
      {isReplacing && (
        <button type="button" class="button button--quiet" onClick={onCancel}>
          {t('sign-in.keep-key')}
        </button>
      )}
    </>
  );
}
