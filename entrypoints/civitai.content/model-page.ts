import { linkedVersion, parseModelPage } from '@/utils/civitai-url';
import type { ModelId, VersionId } from '@/utils/ids';
import { isKept } from '@/utils/membership';
import type { TabAnswer } from '@/utils/protocol';
import type { Availability, ModelVersions } from '@/utils/version-offer';
import { markState, markWords, type VersionOnScreen, viewOf } from './button-view';
import type { Client } from './client';
import type { Connect } from './connect';
import { readPageVersions } from './page-data';
import { createScreenReader, type Screen, SETTLE_MS, STALE_MS } from './screen';
import { findActionsCard, readVersionList, type VersionList } from './surfaces';
import type { VaultButton } from './vault-button';
import type { createVersionMarks } from './version-marks';
import type { createWishes } from './wishes';

/** The first check waits this long for the version list, so that it can be the only one. */
const WAIT_FOR_LIST_MS = 300;

export type ModelPage = {
  /** The address has changed, or (`restored`) the page came back from the back/forward cache. */
  arrive(restored: boolean): void;
  /** Links that came onto the page. */
  meetLinks(hrefs: readonly string[]): void;
  /** Draws what is known now; cheap enough to be called after anything that may have changed. */
  update(): void;
  describe(): TabAnswer;
  clear(): void;
};

type Parts = {
  client: Client;
  wishes: ReturnType<typeof createWishes>;
  marks: ReturnType<typeof createVersionMarks>;
  button: VaultButton;
  connect: Connect;
};

/** One model on screen, from arrival to departure. */
type Visit = {
  modelId: ModelId;
  urlVersion: VersionId | undefined;
  arrivedAt: number;
  /** When address or list last changed: the two are compared only after a while of quiet. */
  changedAt: number;
  data: ModelVersions | undefined;
  isAsking: boolean;
  links: Set<VersionId>;
  offers: Map<VersionId, Availability | undefined>;
  leave: AbortController;
};

/** Keeps marks and button true to the model page that is on screen, whatever the address bar says meanwhile. */
export function createModelPage({ client, wishes, marks, button, connect }: Parts, signal: AbortSignal): ModelPage {
  const reader = createScreenReader();
  const watchList = createListWatch(() => {
    if (visit) visit.changedAt = Date.now();
    update();
  }, signal);
  let visit: Visit | undefined;
  let list: VersionList | undefined;
  let lastScreen: Screen | undefined;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const updateIn = (ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      update();
    }, ms);
    timers.add(timer);
  };

  const depart = (): void => {
    visit?.leave.abort();
    visit = undefined;
    lastScreen = undefined;
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    marks.draw([]);
    button.hide();
    connect.hide();
  };

  const arrive = (restored: boolean): void => {
    const page = parseModelPage(location.href, location.href);
    client.expire(restored);
    if (page && page.modelId !== visit?.modelId) {
      reader.leave(visit ? list : undefined, Date.now());
      depart();
      visit = startVisit(page.modelId, page.versionId);
      updateIn(WAIT_FOR_LIST_MS);
      updateIn(STALE_MS);
    } else if (page && visit) {
      visit.urlVersion = page.versionId;
      visit.changedAt = Date.now();
      updateIn(SETTLE_MS + 10);
    }
    update();
  };

  const loadVersions = async (current: Visit): Promise<void> => {
    current.isAsking = true;
    const answer = await client.modelVersions(current.modelId);
    if (current.leave.signal.aborted) return;
    current.isAsking = false;
    if (answer.ok) current.data = answer.value;
    update();
  };

  const lookUpOffer = async (current: Visit, versionId: VersionId): Promise<void> => {
    current.offers.set(versionId, undefined);
    const answer = await client.versionOffer(versionId);
    if (!answer.ok || current.leave.signal.aborted) return;
    current.offers.set(versionId, answer.value.availability);
    update();
  };

  const versionOnScreen = (current: Visit, data: ModelVersions, screen: Screen): VersionOnScreen | undefined => {
    const shown = screen.list.buttons[screen.active];
    if (!shown) return undefined;
    const versionId = screen.ids[screen.active];
    const known = data.versions.find(version => version.versionId === versionId);
    if (versionId !== undefined && !known?.availability && !current.offers.has(versionId)) {
      void lookUpOffer(current, versionId);
    }
    const availability = known?.availability ?? (versionId === undefined ? undefined : current.offers.get(versionId));
    return {
      modelId: current.modelId,
      modelName: data.modelName,
      versionId,
      versionName: shown.name.trim(),
      ...(known?.sizeKb === undefined ? {} : { sizeKb: known.sizeKb }),
      ...(availability === undefined ? {} : { availability }),
    };
  };

  const ask = (current: Visit, now: number): void => {
    const isConnected = client.connection()?.kind === 'signed-in';
    if (!current.data) current.data = readPageVersions(current.modelId);
    if (!current.data && isConnected && !current.isAsking) void loadVersions(current);
    if (!current.data && isConnected && now - current.arrivedAt < WAIT_FOR_LIST_MS) return;
    const listed = current.data?.versions.map(version => version.versionId) ?? [];
    const shown = lastScreen?.ids.filter(id => id !== undefined) ?? [];
    client.ask([...new Set([...listed, ...shown, ...current.links])]);
  };

  const draw = (current: Visit, now: number): void => {
    const card = findActionsCard();
    const connection = client.connection();
    if (connection && connection.kind !== 'signed-in') {
      marks.draw([]);
      button.hide();
      if (!card) connect.hide();
      else if (connection.kind === 'signed-out')
        connect.show(card, 'Connect Vaulted', 'See what is in your vault, and add with one click.');
      else connect.show(card, 'Reconnect Vaulted', 'Civitai no longer accepts the key. Your vault hasn’t changed.');
      return;
    }
    connect.hide();
    const screen =
      list && current.data
        ? reader.read(list, current.data, current.urlVersion, now - current.changedAt, now)
        : undefined;
    lastScreen = screen;
    if (!connection || !screen || !current.data) {
      marks.draw([]);
      button.hide();
      return;
    }
    const moment = { now, isOnline: navigator.onLine };
    const facts = screen.ids.map(id => (id === undefined ? undefined : wishes.overlay(id, client.fact(id))));
    const isAnswered = client.problem() !== undefined || facts.some(fact => fact !== undefined);
    marks.draw(
      screen.list.buttons.flatMap(({ element }, index) => {
        const fact = facts[index];
        if (!isAnswered) return [];
        const state = markState(fact);
        return {
          button: element,
          modelId: current.modelId,
          versionId: screen.ids[index],
          state,
          words: markWords(fact, moment),
        };
      }),
    );
    const version = versionOnScreen(current, current.data, screen);
    const fact = facts[screen.active];
    if (!card || !version) {
      button.hide();
      return;
    }
    const view = viewOf(version, fact, client.problem(), moment);
    button.show(card, {
      ...view,
      press: () =>
        version.versionId !== undefined && wishes.press(version, version.versionId, fact, current.leave.signal),
    });
  };

  const update = (): void => {
    if (signal.aborted || !visit) return;
    const wasOnScreen = list?.root.isConnected ?? false;
    list = readVersionList();
    watchList(list?.root);
    const isModelUrl = parseModelPage(location.href, location.href)?.modelId === visit.modelId;
    // An image opened over the page changes the address, not the page below (site-facts.md C.2).
    if (!isModelUrl && !(list && wasOnScreen)) {
      depart();
      return;
    }
    const now = Date.now();
    ask(visit, now);
    draw(visit, now);
  };

  return {
    arrive,
    update,
    clear: depart,
    meetLinks(hrefs) {
      for (const href of hrefs) {
        const versionId = linkedVersion(href, location.href);
        if (versionId !== undefined) visit?.links.add(versionId);
      }
      update();
    },
    describe() {
      const connection = client.connection();
      const ids = lastScreen?.ids ?? [];
      const kept = ids.filter(id => id !== undefined && isKept(client.fact(id)?.state ?? 'unknown'));
      return {
        ...(connection?.kind === 'signed-in' ? { session: connection.session } : {}),
        versions: ids.length,
        kept: kept.length,
      };
    },
  };
}

function startVisit(modelId: ModelId, urlVersion: VersionId | undefined): Visit {
  const now = Date.now();
  return {
    modelId,
    urlVersion,
    arrivedAt: now,
    changedAt: now,
    data: undefined,
    isAsking: false,
    links: new Set(),
    offers: new Map(),
    leave: new AbortController(),
  };
}

/** The version on screen is told by a style alone (site-facts.md B.1): the one place where styles are watched. */
function createListWatch(changed: () => void, signal: AbortSignal): (root: HTMLElement | undefined) => void {
  let watched: HTMLElement | undefined;
  const observer = new MutationObserver(changed);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return root => {
    if (root === watched) return;
    watched = root;
    observer.disconnect();
    if (root) observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['style', 'data-variant'] });
  };
}
