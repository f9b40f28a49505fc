import { readVersionList, type VersionList } from '@/entrypoints/civitai.content/surfaces/model-page';
import { linkedVersion, parseModelPage } from '@/utils/civitai/civitai-url';
import type { TabAnswer } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import { isInVault } from '@/utils/vault/membership';
import { describeScreen, drawModelPage, eraseModelPage, type PageParts } from './draw-model-page';
import type { OnScreen } from './official-button';
import { ADDRESS_SETTLES_MS, createVersionsReader, LIST_UNCHANGED_MS } from './versions-on-screen';
import { loadVersions, retryVersions, startVisit, type Visit } from './visit';
import { createVersionListWatch } from './watch-version-list';

/** The first check waits this long for the version list, so that it can be the only one. */
const WAIT_FOR_LIST_MS = 300;

export type ModelPage = {
  /** The address may have changed, or what failed may work now. */
  arrive(): void;
  /** Links that came onto the page. */
  meetLinks(links: readonly HTMLAnchorElement[]): void;
  /** Draws what is known now; cheap enough to be called after anything that may have changed. */
  update(): void;
  /** The version on screen, if it is certain which. */
  onScreen(): OnScreen | undefined;
  describe(): TabAnswer;
  clear(): void;
};

/** Keeps marks and button true to the model page that is on screen, whatever the address bar says meanwhile. */
export function createModelPage(parts: PageParts, signal: AbortSignal): ModelPage {
  const { client, pageData } = parts;
  const reader = createVersionsReader();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let visit: Visit | undefined;
  let list: VersionList | undefined;

  const updateIn = (ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      update();
    }, ms);
    timers.add(timer);
  };
  const watchList = createVersionListWatch(() => {
    if (visit) visit.changedAt = Date.now();
    updateIn(ADDRESS_SETTLES_MS + 10);
    update();
  }, signal);

  const depart = (): void => {
    visit?.leave.abort();
    visit = undefined;
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    eraseModelPage(parts);
  };

  const arrive = (): void => {
    const page = parseModelPage(location.href, location.href);
    if (page && page.modelId !== visit?.modelId) {
      reader.leave(visit ? list : undefined, Date.now());
      depart();
      visit = startVisit(page.modelId, page.versionId);
      visit.data = pageData.versionsOf(page.modelId);
      for (const ms of [ADDRESS_SETTLES_MS + 10, WAIT_FOR_LIST_MS, LIST_UNCHANGED_MS]) updateIn(ms);
    } else if (page && visit) {
      retryVersions(visit);
      visit.urlVersion = page.versionId;
      visit.changedAt = Date.now();
      updateIn(ADDRESS_SETTLES_MS + 10);
    }
    update();
  };

  const whenLoaded = (): void => {
    const until = visit?.trouble?.until;
    // A tab that nobody looks at asks when it is looked at again.
    const isSeen = document.visibilityState === 'visible';
    if (isSeen && until !== undefined && Number.isFinite(until)) updateIn(until - Date.now() + 10);
    update();
  };
  const ask = (current: Visit, now: number): void => {
    const isConnected = client.connection()?.kind === 'signed-in';
    if (!current.data && isConnected) void loadVersions(current, client, whenLoaded);
    if (isConnected && !current.screen && now - current.arrivedAt < WAIT_FOR_LIST_MS) return;
    const listed = current.data?.versions.map(version => version.versionId) ?? [];
    const shown = current.screen?.ids.filter(id => id !== undefined) ?? [];
    client.ask([...new Set([...listed, ...shown, ...current.links])]);
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
    visit.screen =
      list && visit.data ? reader.read(list, visit.data, visit.urlVersion, now - visit.changedAt, now) : undefined;
    ask(visit, now);
    drawModelPage(parts, visit, now, update);
  };

  return {
    arrive,
    update,
    clear: depart,
    meetLinks(links) {
      for (const link of links) {
        const versionId = linkedVersion(link.getAttribute('href') ?? '', location.href);
        if (versionId !== undefined) visit?.links.add(versionId);
      }
      update();
    },
    onScreen: () => visit && describeScreen(parts, visit),
    describe() {
      const connection = client.connection();
      const ids = visit?.screen?.ids ?? [];
      const kept = ids.filter(id => id !== undefined && isInVault(client.fact(id)?.state ?? 'unknown'));
      return {
        ...(visit?.trouble && { problem: sentenceOf(visit.trouble.problem) }),
        ...(connection?.kind === 'signed-in' ? { session: connection.session } : {}),
        versions: ids.length,
        inVault: kept.length,
      };
    },
  };
}

function sentenceOf(problem: Problem): string {
  const { what, meaning } = describeModelProblem(problem);
  return `${what} ${meaning}`;
}
