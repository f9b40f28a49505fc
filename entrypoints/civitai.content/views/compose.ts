import { fill } from '@/utils/texts/template';
import type { TextKey } from '@/utils/texts/texts';

/**
 * A text whose values are texts of Vaulted themselves. Those are not isolated: a name for screen readers has to start with exactly
 * the words that are seen (WCAG 2.5.3).
 */
export function compose(key: TextKey, values: Readonly<Record<string, string>>): string {
  return fill(key, name => values[name]);
}
