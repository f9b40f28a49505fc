import './confirm.css';
import { Logo } from '@/components/logo';
import type { ConfirmHost } from '@/entrypoints/confirm/host/confirm-host';
import { siteLinks } from '@/utils/civitai/site-links';
import type { Problem } from '@/utils/problem';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { t } from '@/utils/texts/texts';
import { Ending } from './ending';
import { Question } from './question';
import { useQuestion } from './use-question';

/** Where the API can't remove a version, the site's own vault page can (site-facts.md F.12). */
function linkOf({ kind }: Problem): string | undefined {
  return kind === 'removal-refused' ? siteLinks.vault : undefined;
}

/** The page that asks before a removal which a page of the site can't confirm by itself. */
export function App({ host }: { host: ConfirmHost }) {
  const { view, keep, remove, undo } = useQuestion(host);
  const isOpen = view.kind === 'asking' || view.kind === 'removing';
  return (
    <main>
      <div class="confirm" role="alertdialog" aria-labelledby="title" aria-describedby="version why risk">
        <header class="confirm-head">
          <Logo size={28} />
          {/* What is over is no question any more. */}
          <h1 id="title">{t(isOpen || view.kind === 'loading' ? 'removal.title' : 'extension.short-name')}</h1>
        </header>
        {isOpen && (
          <Question
            question={view.question}
            verdict={view.verdict}
            isRemoving={view.kind === 'removing'}
            now={host.now()}
            onKeep={keep}
            onRemove={() => remove(view.question, view.verdict)}
            onUndo={() => undo(view.question)}
          />
        )}
        {view.kind === 'removed' && <Ending text={t('confirm.removed')} onClose={host.close} />}
        {view.kind === 'kept' && <Ending text={t('confirm.kept')} onClose={host.close} />}
        {view.kind === 'expired' && <Ending text={t('confirm.expired')} onClose={host.close} />}
        {view.kind === 'over' && (
          <Ending text={joinSentences(t('confirm.over'), t('confirm.perhaps'))} onClose={host.close} />
        )}
        {view.kind === 'missed' && (
          <Ending text={describeInFull(view.problem, host.now())} link={linkOf(view.problem)} onClose={host.close} />
        )}
      </div>
    </main>
  );
}
