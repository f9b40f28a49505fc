import { Notice } from '@/components/notice';
import { OutwardLink } from '@/components/outward-link';
import type { NoticeContent } from './notices';
import type { Remedy } from './remedy';

/** What the buttons of notices do. */
export type Actions = { retry: () => void; replaceKey: () => void; allowSite: () => void };

function actionOf(remedy: Remedy, actions: Actions): (() => void) | undefined {
  if (remedy.kind === 'retry') return actions.retry;
  if (remedy.kind === 'replace-key') return actions.replaceKey;
  return remedy.kind === 'allow-site' ? actions.allowSite : undefined;
}

function RemedyControl({ remedy, actions }: { remedy: Remedy; actions: Actions }) {
  if (remedy.kind === 'none') return null;
  if (remedy.kind === 'link') {
    return (
      <OutwardLink href={remedy.href} button>
        {remedy.label}
      </OutwardLink>
    );
  }
  return (
    <button type="button" class="button button--quiet" onClick={actionOf(remedy, actions)}>
      {remedy.label}
    </button>
  );
}

/** Notices, for an element with `role="status"` that is there before them: a screen reader then hears those that arrive later. */
export function NoticeList({ notices, actions }: { notices: NoticeContent[]; actions: Actions }) {
  return (
    <>
      {notices.map(({ id, tone, says, remedy }) => (
        <Notice key={id} tone={tone} says={says}>
          <RemedyControl remedy={remedy} actions={actions} />
        </Notice>
      ))}
    </>
  );
}
