import { direction, language } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';

/** Gives the document its language, direction and title, before anything is rendered. */
export function startPage(title: 'page.popup' | 'page.vault' | 'page.confirm'): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = t(title);
}
