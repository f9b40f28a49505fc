import type { OnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import { accountToName } from '@/entrypoints/civitai.content/surfaces/page-login';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import type { Moment } from '@/entrypoints/civitai.content/views/fact-view';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import { type ViewSources, viewOfMarked } from '@/entrypoints/civitai.content/views/marked-link';
import { isCutOff } from '@/utils/texts/template';
import { t } from '@/utils/texts/texts';
import type { SeenLinks } from './in-view';
import { type LinkRegistry, type MarkEntry, markedOf } from './link-registry';
import { type MarkElements, removeMark, showMark } from './mark-elements';

type LoadingState = 'busy' | 'error';

/** What a mark shows while the on-demand script is loading for it, and when that failed. */
function loadingView(state: LoadingState): Pick<MarkView, 'state' | 'label' | 'name' | 'isBusy'> {
  if (state === 'busy') return { state, label: t('mark.loading'), name: t('mark.loading'), isBusy: true };
  const label = t('mark.lost');
  return {
    state,
    label,
    name: compose('control.name-alone', { label, meaning: t('mark.lost.meaning') }),
    isBusy: false,
  };
}

/** Everything about the marks of one page. */
export type MarksOfPage = {
  readonly sources: ViewSources;
  readonly onDemand: Pick<OnDemandLoader, 'current' | 'load'>;
  readonly registry: LinkRegistry;
  readonly elements: MarkElements;
  readonly seen: SeenLinks;
  /** Entries whose press waits for the on-demand script, or could not get it. */
  readonly loading: WeakMap<MarkEntry, LoadingState>;
};

/** Whether the user wants marks at places of this kind. */
export function isWanted({ sources }: MarksOfPage, { surface }: MarkEntry): boolean {
  return !sources.client.settings().hidden.includes(surface.surface.group);
}

/** Makes the marks of these entries show what is known now. */
export function drawMarks(page: MarksOfPage, entries: Iterable<MarkEntry>): void {
  if (isCutOff()) return;
  const { client } = page.sources;
  const connection = client.connection();
  const kind = connection?.kind;
  // While the key is refused, the last known state stays, with its age.
  const isOnline = navigator.onLine && kind === 'signed-in';
  const moment = { now: Date.now(), isOnline, account: accountToName(connection) };
  const settings = client.settings();
  for (const entry of entries) {
    if (!kind || kind === 'signed-out' || !isWanted(page, entry)) {
      removeMark(page.elements, entry);
      continue;
    }
    const isNew = !page.elements.drawn.has(entry);
    // A mark that the first answer is about to change would be gone in a blink.
    if (isNew && client.isAwaited(entry.target)) continue;
    showMark(page.elements, entry, viewOf(page, entry, moment), settings);
    // The on-demand script draws a button beside an image's recipe.
    if (isNew && entry.surface.surface.kind === 'line') void page.onDemand.load();
  }
}

function viewOf({ sources, loading }: MarksOfPage, entry: MarkEntry, moment: Moment): MarkView {
  const view = viewOfMarked(sources, markedOf(entry), moment);
  const state = loading.get(entry);
  return state ? { ...view, ...loadingView(state) } : view;
}
