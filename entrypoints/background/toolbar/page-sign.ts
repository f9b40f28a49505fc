import type { TabSummary, VersionOnScreen } from '@/utils/messages/tab-summary';
import { formatNumber } from '@/utils/texts/language';
import { t, tn } from '@/utils/texts/texts';
import { isInVault } from '@/utils/vault/membership';

/** What the toolbar icon says of the page in front; `plain`: nothing. Each has an outline of its own (assets/toolbar/). */
export type IconName = 'plain' | 'in' | 'some' | 'none' | 'off' | 'attention';

/** The pictures of an icon by their size in pixels. */
export function toolbarIcon(name: IconName): Record<string, string> {
  return Object.fromEntries([16, 32, 48, 128].map(size => [size, `/icon/toolbar/${name}-${size}.png`]));
}

/** What the icon shows: its form, a number or "!" beside it, and what both mean in words. */
export type Sign = { icon: IconName; text: string; color: string; title: string };

export const RED = '#c92a2a';
export const AMBER = '#b35c00';
/** White on it has 5 : 1. */
export const GREEN = '#087f5b';

/** No badge has room for more. */
const MOST_SHOWN = 999;

type PageHere = Extract<TabSummary, { page: 'here' }>;

/** The sign of pages of which there is nothing to say. */
export function plainSign(isSignedIn: boolean): Sign {
  const common = { text: '', color: GREEN };
  return isSignedIn
    ? { ...common, icon: 'plain', title: t('toolbar.title') }
    : { ...common, icon: 'off', title: t('toolbar.signed-out') };
}

/**
 * What the icon says of a page: on a model page about the version on screen, elsewhere about all models with a mark. `undefined`: no more
 * than on every other page.
 */
export function pageSign(summary: TabSummary): Sign | undefined {
  if (summary.page !== 'here' || summary.session === undefined) return undefined;
  if (summary.versions.all > 0) return versionSign(summary);
  return summary.models.all > 0 ? modelsSign(summary) : undefined;
}

function versionSign({ versions: { inVault }, onScreen }: PageHere): Sign {
  const version = onScreen && nameOf(onScreen);
  const text = inVault > 0 ? formatNumber(Math.min(inVault, MOST_SHOWN)) : '';
  if (onScreen && version && isInVault(onScreen.fact.state)) {
    if (onScreen.fact.state === 'failed')
      return { icon: 'attention', text: '!', color: AMBER, title: t('toolbar.version-failed', { version }) };
    const isAlone = inVault < 2;
    const title = isAlone ? t('toolbar.version-alone', { version }) : tn('toolbar.version-in', inVault, { version });
    return { icon: 'in', text: isAlone ? '' : text, color: GREEN, title };
  }
  if (inVault === 0) return { icon: 'none', text: '', color: GREEN, title: t('toolbar.versions-none') };
  const title = version ? tn('toolbar.version-out', inVault, { version }) : t('toolbar.title');
  return { icon: 'some', text, color: GREEN, title };
}

function modelsSign({ models: { all, inVault } }: PageHere): Sign {
  if (inVault === 0) return { icon: 'none', text: '', color: GREEN, title: tn('toolbar.models-none', all) };
  const text = formatNumber(Math.min(inVault, MOST_SHOWN));
  const title = tn('toolbar.models-in', all, { inVault });
  return { icon: inVault < all ? 'some' : 'in', text, color: GREEN, title };
}

function nameOf({ versionName, versionId }: VersionOnScreen): string {
  return versionName || t('version.unnamed', { id: `${versionId}` });
}
