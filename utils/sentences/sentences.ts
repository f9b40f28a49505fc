import { t } from '@/utils/texts/texts';

/** What happened, what it means for the vault, and what the user can do next: one or two short sentences each. */
export type Sentences = { what: string; meaning: string; next: string };

/** Sentences in a row, without the empty ones. */
export function joinSentences(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter(Boolean).join(t('text.gap'));
}
