import { readVersionList, type VersionList } from '@/entrypoints/civitai.content/surfaces/model-page';
import { isOlderThan, msUntil } from '@/utils/age';
import { linkedVersion, parseModelPage } from '@/utils/civitai/civitai-url';
import type { TabAnswer } from '@/utils/messages/tab-question';
import { LONGEST_PAUSE_MS } from '@/utils/problem';
import { isCutOff } from '@/utils/texts/template';
import { describePage, describeScreen, type MissingParts, sayIfMissing } from './describe-page';
import { drawModelPage, eraseModelPage, type PageParts } from './draw-model-page';
import type { OnScreen } from './judge-click';
import { createTimers, type Timers } from './timers';
import { ADDRESS_SETTLES_MS, createVersionsReader, LIST_UNCHANGED_MS, type VersionsReader } from './versions-on-screen';
import { allowRetry, CONFIRMED_AFTER_MS, loadVersions, startVisit, type Visit } from './visit';
import { createVersionListWatch } from './watch-version-list';

/** The first check waits this long for the version list, so that it can be the only one. */
const WAIT_FOR_LIST_MS = 300;

export type ModelPage = {
  /** The address may have changed, or what failed may work now. */
  urlChanged(): void;
  /** Links that came onto the page. */
  linksChanged(links: readonly HTMLAnchorElement[]): void;
  /** Draws what is known now; cheap enough to be called after anything that may have changed. */
  update(): void;
  /** The version on screen, if it is certain which. */
  onScreen(): OnScreen | undefined;
  describe(): TabAnswer;
  clear(): void;
};

/** The model page on screen. Written by the functions of this file alone. */
type PageState = {
  readonly parts: PageParts & MissingParts;
  readonly signal: AbortSignal;
  readonly reader: VersionsReader;
  readonly timers: Timers;
  readonly watchList: (root: HTMLElement | undefined) => void;
  visit: Visit | undefined;
  list: VersionList | undefined;
  /** The page's own data were written for its first visit, and are never brought up to date (site-facts.md B.6). */
  hasOwnData: boolean;
};

/** Keeps marks and button true to the model page on screen, whatever the address bar says meanwhile. */
export function createModelPage(parts: PageParts & MissingParts, signal: AbortSignal): ModelPage {
  const listChanged = (): void => {
    if (state.visit) state.visit.changedAt = Date.now();
    settle(state);
    update(state);
  };
  const state: PageState = {
    parts,
    signal,
    reader: createVersionsReader(),
    timers: createTimers(() => update(state)),
    watchList: createVersionListWatch(listChanged, signal),
    visit: undefined,
    list: undefined,
    hasOwnData: true,
  };
  return {
    urlChanged: () => followUrl(state),
    update: () => update(state),
    clear: () => endVisit(state),
    linksChanged(links) {
      for (const link of links) {
        const versionId = linkedVersion(link.getAttribute('href') ?? '', location.href);
        if (versionId !== undefined) state.visit?.linked.add(versionId);
      }
      update(state);
    },
    onScreen() {
      // The page may have changed in this very moment.
      update(state);
      return state.visit && describeScreen(parts, state.visit);
    },
    describe: () => describePage(parts.client, state.visit),
  };
}

function followUrl(state: PageState): void {
  const { visit, reader, parts } = state;
  const page = parseModelPage(location.href, location.href);
  if (page && page.modelId !== visit?.modelId) {
    reader.leave(visit ? state.list : undefined, Date.now());
    endVisit(state);
    const own = state.hasOwnData ? parts.pageData.versionsOf(page.modelId) : undefined;
    state.hasOwnData = false;
    state.visit = startVisit(page.modelId, page.versionId, own);
    settle(state);
    for (const ms of [WAIT_FOR_LIST_MS, LIST_UNCHANGED_MS]) state.timers.in(ms);
  } else if (page && visit) {
    allowRetry(visit);
    visit.urlVersion = page.versionId;
    visit.changedAt = Date.now();
    settle(state);
  }
  update(state);
}

/** Looks again once address and list can be believed, and once the page had the time to confirm the version on screen. */
function settle(state: PageState): void {
  for (const ms of [ADDRESS_SETTLES_MS + 10, CONFIRMED_AFTER_MS]) state.timers.in(ms);
}

function endVisit(state: PageState): void {
  state.visit?.end.abort();
  state.visit = undefined;
  state.timers.clear();
  eraseModelPage(state.parts);
}

function update(state: PageState): void {
  const { visit, parts, reader } = state;
  if (state.signal.aborted || isCutOff() || !visit) return;
  const wasOnScreen = state.list?.root.isConnected ?? false;
  const list = readVersionList();
  state.list = list;
  state.watchList(list?.root);
  const isModelUrl = parseModelPage(location.href, location.href)?.modelId === visit.modelId;
  // An image opened over the page changes the address, not the page below (site-facts.md C.2).
  if (!isModelUrl && !(list && wasOnScreen)) {
    endVisit(state);
    return;
  }
  const [now, address] = [Date.now(), { versionId: visit.urlVersion, changedAt: visit.changedAt }];
  visit.screen = list && visit.versions ? reader.read(list, visit.versions, visit.source, address, now) : undefined;
  requestFacts(state, visit, now);
  drawModelPage(parts, visit, now, () => update(state));
  sayIfMissing(parts, visit, list !== undefined);
}

function requestFacts(state: PageState, visit: Visit, now: number): void {
  const { client } = state.parts;
  const isSignedIn = client.connection()?.kind === 'signed-in';
  if (isSignedIn) void loadVersions(visit, client, () => versionsLoaded(state));
  if (isSignedIn && !visit.screen && !isOlderThan(WAIT_FOR_LIST_MS, visit.startedAt, now)) return;
  const listed = visit.versions?.versions.map(version => version.versionId) ?? [];
  client.requestVersions([...listed, ...(visit.screen?.ids.filter(id => id !== undefined) ?? [])], 2);
  client.requestVersions([...visit.linked]);
}

function versionsLoaded(state: PageState): void {
  const retryAt = state.visit?.failure?.retryAt;
  // A hidden tab asks again when the user comes back to it.
  const isVisible = document.visibilityState === 'visible';
  if (isVisible && retryAt !== undefined && Number.isFinite(retryAt))
    state.timers.in(msUntil(retryAt, LONGEST_PAUSE_MS, Date.now()) + 10);
  update(state);
}
