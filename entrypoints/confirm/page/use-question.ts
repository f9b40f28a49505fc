import { useEffect, useState } from 'preact/hooks';
import type { ConfirmHost } from '@/entrypoints/confirm/host/confirm-host';
import type { RemovalQuestion } from '@/utils/messages/own-ground';
import type { Problem } from '@/utils/problem';
import type { PutBack } from '@/utils/vault/can-be-put-back';

/** What the page shows. */
export type View =
  | { kind: 'loading' }
  /** `verdict`: absent while it is looked up. */
  | { kind: 'asking'; question: RemovalQuestion; verdict?: PutBack }
  | { kind: 'removing'; question: RemovalQuestion; verdict?: PutBack | undefined }
  | { kind: 'removed' }
  /** It was taken back in time. */
  | { kind: 'kept' }
  | { kind: 'expired' }
  /** The worker doesn't know it any more: it was answered, as before this page was loaded again, or is too old. */
  | { kind: 'over' }
  /** Nothing, or perhaps nothing, was removed. */
  | { kind: 'missed'; problem: Problem };

/** The question from its first reading to what came of the answer. */
export function useQuestion(host: ConfirmHost) {
  const [view, setView] = useState<View>({ kind: 'loading' });
  useEffect(() => void read(host, setView), [host]);
  useExpiry(host, view, setView);
  return {
    view,
    keep(): void {
      void host.answer(false).then(host.close);
    },
    remove(question: RemovalQuestion, verdict: PutBack | undefined): void {
      setView({ kind: 'removing', question, verdict });
      void host.answer(true).then(answer => setView(answer.ok ? endOf(answer.value) : viewOf(answer.problem)));
    },
    /** Takes back what was just confirmed. Where that is too late, the answer says so. */
    undo: ({ versionId }: RemovalQuestion): void => void host.undo(versionId),
  };
}

type SetView = (change: View | ((before: View) => View)) => void;

async function read(host: ConfirmHost, setView: SetView): Promise<void> {
  const found = await host.readQuestion();
  if (!found.ok) return setView(isOver(found.problem) ? { kind: 'over' } : { kind: 'missed', problem: found.problem });
  const question = found.value;
  const { why } = question;
  const isOpen = why.kind === 'press' || why.kind === 'many' || why.kind === 'risk';
  setView(isOpen ? { kind: 'asking', question } : { kind: 'asking', question, verdict: { can: false, why } });
  if (!isOpen) return;
  const answer = await host.readVerdict();
  const verdict: PutBack = answer.ok
    ? answer.value
    : { can: false, why: { kind: 'availability-not-known', problem: answer.problem } };
  setView(before => (before.kind === 'asking' ? { ...before, verdict } : before));
}

/** A question that was left alone is over after a minute; the worker would refuse its answer. */
function useExpiry(host: ConfirmHost, view: View, setView: SetView): void {
  const expiresAt = view.kind === 'asking' ? view.question.expiresAt : undefined;
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    const timer = setTimeout(() => setView({ kind: 'expired' }), expiresAt - host.now());
    return () => clearTimeout(timer);
  }, [host, expiresAt, setView]);
}

function endOf({ isRemoved }: { isRemoved: boolean }): View {
  return { kind: isRemoved ? 'removed' : 'kept' };
}

function viewOf(problem: Problem): View {
  return isOver(problem) ? { kind: 'expired' } : { kind: 'missed', problem };
}

function isOver({ kind }: Problem): boolean {
  return kind === 'removal-expired';
}
