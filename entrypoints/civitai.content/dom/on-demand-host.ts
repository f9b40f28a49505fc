import { direction, language } from '@/utils/texts/language';
import base from './base.css?inline';
import { attachSheet, createHostElement, createLazySheet } from './host';
import common from './on-demand.css?inline';

/** Hosts that say a state in `data-vaulted`, and the others. */
type StateKind = 'version' | 'button';
type UiKind = 'connect' | 'dialog' | 'toast' | 'silent' | 'menu' | 'recipe' | 'badge';

/** The sheet of one kind of host: the common rules, then its own. */
export function createSheet(...own: string[]): () => CSSStyleSheet {
  return createLazySheet(() => [base, common, ...own].join(''));
}

/**
 * A host of the on-demand script; all hosts of a kind share one sheet. It is written in the language of the texts, whatever the page's
 * is.
 */
export function createHost(
  kind: StateKind | UiKind,
  sheet: () => CSSStyleSheet,
): { host: HTMLElement; root: ShadowRoot } {
  const host = createHostElement();
  host.lang = language();
  host.dir = direction();
  host.setAttribute(kind === 'version' || kind === 'button' ? 'data-vaulted-kind' : 'data-vaulted-ui', kind);
  return { host, root: attachSheet(host, sheet()) };
}
