import type { Problem } from '@/utils/problem';
import { siteLinks } from '@/utils/site-links';

/** What the popup offers to do about a problem. */
export type Remedy =
  | { kind: 'retry'; label: string }
  | { kind: 'replace-key'; label: string }
  | { kind: 'allow-site'; label: string }
  | { kind: 'link'; label: string; href: string }
  | { kind: 'none' };

const RETRY: Remedy = { kind: 'retry', label: 'Try again' };

/** The one next step that helps. `now` is epoch ms. */
export function remedyFor(problem: Problem, now: number): Remedy {
  switch (problem.kind) {
    case 'read-only-key':
    case 'not-signed-in':
    case 'key-refused':
      return { kind: 'replace-key', label: 'Use another key' };
    case 'host-not-granted':
      return { kind: 'allow-site', label: 'Allow access' };
    case 'no-vault':
    case 'lapsed':
      return { kind: 'link', label: 'See memberships', href: siteLinks.memberships };
    case 'over-quota':
    case 'removal-refused':
    case 'duplicated':
      return { kind: 'link', label: 'Open your vault page', href: siteLinks.vault };
    case 'blocked':
    case 'region-blocked':
      return { kind: 'link', label: 'Open Civitai', href: siteLinks.home };
    case 'limited':
      // Asking earlier would only make the pause longer.
      return now < problem.until ? { kind: 'none' } : RETRY;
    default:
      return RETRY;
  }
}
