import './confirm.css';
import { Logo } from '@/components/logo';
import type { ConfirmHost } from '@/entrypoints/confirm/host/confirm-host';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';
import { Ending } from './ending';
import { Question } from './question';
import { useQuestion } from './use-question';

/** The page that asks before a removal which a page of the site can't confirm by itself. */
export function App({ host }: { host: ConfirmHost }) {
  const { view, keep, remove } = useQuestion(host);
  return (
    <div class="confirm" role="alertdialog" aria-labelledby="title" aria-describedby="version why risk">
      <header class="confirm-head">
        <Logo size={28} />
        <h1 id="title">{t('removal.title')}</h1>
      </header>
      {(view.kind === 'asking' || view.kind === 'removing') && (
        <Question
          question={view.question}
          verdict={view.kind === 'asking' ? view.verdict : undefined}
          isRemoving={view.kind === 'removing'}
          now={host.now()}
          onKeep={keep}
          onRemove={() => remove(view.question)}
        />
      )}
      {view.kind === 'removed' && <Ending text={t('confirm.removed')} onClose={host.close} />}
      {view.kind === 'expired' && <Ending text={t('confirm.expired')} onClose={host.close} />}
      {view.kind === 'missed' && <Ending text={describeInFull(view.problem, host.now())} onClose={host.close} />}
    </div>
  );
}
