import { direction, language } from '@/utils/texts/language';
import base from './base.css?inline';
import { createHostWithSheet, createLazySheet } from './host';
import common from './on-demand.css?inline';

/** Kinds of our elements; each is called `vaulted-KIND`. Those with a state say it in `data-vaulted`, the others are `data-vaulted-ui`. */
type HostKind = 'version-mark' | 'button' | 'connect' | 'dialog' | 'toast' | 'menu' | 'recipe';

/** The sheet of one kind of host: the common rules, then its own. */
export function createSheet(...own: string[]): () => CSSStyleSheet {
  return createLazySheet(() => [base, common, ...own].join(''));
}

/**
 * A host of the on-demand script; all hosts of a kind share one sheet. It is written in the language of the texts, whatever the page's
 * is.
 */
export function createHost(kind: HostKind, sheet: () => CSSStyleSheet): { host: HTMLElement; root: ShadowRoot } {
  const made = createHostWithSheet(sheet(), kind);
  made.host.lang = language();
  made.host.dir = direction();
  if (kind !== 'version-mark' && kind !== 'button') made.host.setAttribute('data-vaulted-ui', kind);
  return made;
}
