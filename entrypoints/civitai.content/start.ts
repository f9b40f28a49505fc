import { removeLeftovers } from '@/entrypoints/civitai.content/dom/host';
import { createPageMarks } from '@/entrypoints/civitai.content/marks/page-marks';
import { loadForTextLinks } from '@/entrypoints/civitai.content/on-demand/load-for-text-links';
import { createOnDemandLoader, type OnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import { watchAttention } from '@/entrypoints/civitai.content/presses/attention';
import { createLinkWatch } from '@/entrypoints/civitai.content/site/finder';
import type { Hydration } from '@/entrypoints/civitai.content/site/hydration';
import { watchNavigation } from '@/entrypoints/civitai.content/site/navigation';
import { watchOccasions } from '@/entrypoints/civitai.content/site/occasions';
import { createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { createLookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import type { Change } from '@/entrypoints/civitai.content/vault-client/request-queue';
import type { FactOverlay } from '@/entrypoints/civitai.content/views/marked-link';
import { onAnnouncement } from '@/utils/messages/announcements';
import { ask } from '@/utils/messages/ask';
import { answerTabQuestion } from '@/utils/messages/tab-question';

/** Starts what every page needs; all of it ends with `signal`. What React has still to hydrate waits for that. */
export function startVaulted(hydration: Hydration, signal: AbortSignal): void {
  removeLeftovers();
  const links = createLinkWatch(
    finding => {
      onDemand.current()?.linksChanged(finding);
      marks.linksChanged(finding);
    },
    hydration,
    signal,
  );
  const update = (change?: Change): void =>
    links.unseen(() => {
      marks.update(change);
      onDemand.current()?.update();
    });
  const client = createClient(update, signal);
  const lookUps = createLookUps(client, update);
  const attention = watchAttention(signal);
  const onDemand = createOnDemandLoader(
    create => create({ client, ask, lookUps, attention, update, signal, markAt: marks.markAt }),
    hydration,
    signal,
  );
  const intents = { overlay: (id, fact) => onDemand.current()?.overlay(id, fact) ?? fact } satisfies FactOverlay;
  const marks = createPageMarks({ client, lookUps, intents }, onDemand, attention, signal);
  signal.addEventListener('abort', marks.clear, { once: true });
  answerTabQuestion(() => {
    // Why a key was refused or a store can't be opened, the popup knows itself.
    const { problem: _, ...connection } = { problem: undefined, ...client.connection() };
    return { ...connection, versions: 0, inVault: 0, ...onDemand.current()?.describe(), ...marks.describe() };
  }, signal);
  const refresh = (isRestored: boolean): void => {
    client.refreshStale(isRestored);
    marks.update();
    onDemand.urlChanged();
  };
  watchNavigation(refresh, signal);
  watchOccasions({ refresh: () => refresh(false), redraw: () => update() }, signal);
  listenForMore(onDemand, signal);
  refresh(false);
  links.start();
  if (hydration.isOver()) return;
  void hydration.isDone.then(() => {
    onDemand.urlChanged();
    links.start();
  });
}

/** What else loads the on-demand script: a link in a text, and what came of the browser's menu or a key. */
function listenForMore(onDemand: OnDemandLoader, signal: AbortSignal): void {
  loadForTextLinks(onDemand, signal);
  onAnnouncement(said => {
    if (said.announce === 'result') void onDemand.load().then(script => script?.say(said.text));
  }, signal);
}
