import { removeLeftovers } from '@/entrypoints/civitai.content/dom/host';
import { createPageMarks } from '@/entrypoints/civitai.content/marks/page-marks';
import { loadOnReach } from '@/entrypoints/civitai.content/on-demand/load-on-reach';
import { createOnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import { watchLinks } from '@/entrypoints/civitai.content/site/finder';
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
    onDemand.current()?.update();
  };
  const client = createClient(update, signal);
  const lookUps = createLookUps(client, update);
  const onDemand = createOnDemandLoader(
    create => create({ client, lookUps, update, signal, textAt: marks.textAt }),
    signal,
  );
  const marks = createPageMarks(
    { client, lookUps, intents: { overlay: (id, fact) => onDemand.current()?.overlay(id, fact) ?? fact } },
    onDemand,
    signal,
  );
  signal.addEventListener('abort', marks.clear, { once: true });
  answerTabQuestion(() => {
    const connection = client.connection();
    const session = connection?.kind === 'signed-in' ? { session: connection.session } : {};
    return { ...session, versions: 0, inVault: 0, ...onDemand.current()?.describe(), ...marks.describe() };
  }, signal);
  const arrive = (restored: boolean): void => {
    client.refreshStale(restored);
    marks.update();
    onDemand.urlChanged();
  };
  watchNavigation(arrive, signal);
  watchOccasions({ again: () => arrive(false), redraw: () => update() }, signal);
  loadOnReach(onDemand, signal);
  arrive(false);
  watchLinks(finding => {
    onDemand.current()?.linksChanged(finding);
    marks.linksChanged(finding);
  }, signal);
}
