import { removeLeftovers } from '@/entrypoints/civitai.content/dom/host';
import { createPageMarks } from '@/entrypoints/civitai.content/marks/page-marks';
import { watchReach } from '@/entrypoints/civitai.content/on-demand/load-on-reach';
import { createCloser } from '@/entrypoints/civitai.content/on-demand/loader';
import { watchPage } from '@/entrypoints/civitai.content/site/finder';
import { watchNavigation } from '@/entrypoints/civitai.content/site/navigation';
import { watchOccasions } from '@/entrypoints/civitai.content/site/occasions';
import { type Change, createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { createLookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import { answerTabQuestion } from '@/utils/messages/tab-question';

/** Starts everything of ours that every page needs, in a hydrated page; all of it ends with `signal`. */
export function startVaulted(signal: AbortSignal): void {
  removeLeftovers();
  const update = (change?: Change): void => {
    marks.update(change);
    closer.now()?.update();
  };
  const client = createClient(update, signal);
  const lookUps = createLookUps(client, update);
  const closer = createCloser(create => create({ client, lookUps, update, signal, textAt: marks.textAt }), signal);
  const marks = createPageMarks(
    { client, lookUps, wishes: { overlay: (id, fact) => closer.now()?.overlay(id, fact) ?? fact } },
    closer,
    signal,
  );
  signal.addEventListener('abort', marks.clear, { once: true });
  answerTabQuestion(() => {
    const connection = client.connection();
    const session = connection?.kind === 'signed-in' ? { session: connection.session } : {};
    return { ...session, versions: 0, kept: 0, ...closer.now()?.describe(), ...marks.describe() };
  }, signal);
  const arrive = (restored: boolean): void => {
    client.expire(restored);
    marks.update();
    closer.arrive();
  };
  watchNavigation(arrive, signal);
  watchOccasions({ again: () => arrive(false), redraw: () => update() }, signal);
  watchReach(closer, signal);
  arrive(false);
  watchPage(finding => {
    closer.now()?.meet(finding);
    marks.meet(finding);
  }, signal);
}
