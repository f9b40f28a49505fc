import type { Obstacle, Problem, ProblemKind } from '@/utils/problem';

const NAMES: { [Name in Obstacle]: Name } = {
  'early-access': 'early-access',
  'generation-only': 'generation-only',
  unpublished: 'unpublished',
  gone: 'gone',
  private: 'private',
  'no-files': 'no-files',
  'not-known': 'not-known',
};

export const OBSTACLES: readonly Obstacle[] = Object.values(NAMES);

/** At least one problem of each kind; a kind that is missing here doesn't compile. */
const EXAMPLES: { [Kind in ProblemKind]: Extract<Problem, { kind: Kind }>[] } = {
  'not-signed-in': [{ kind: 'not-signed-in' }],
  'other-session': [{ kind: 'other-session' }],
  'key-refused': [{ kind: 'key-refused' }],
  'read-only-key': [{ kind: 'read-only-key' }],
  'needs-key': [{ kind: 'needs-key' }],
  'login-refused': [{ kind: 'login-refused' }],
  'login-changed': [{ kind: 'login-changed' }],
  'no-vault': [{ kind: 'no-vault' }],
  lapsed: [{ kind: 'lapsed' }],
  'over-quota': [
    { kind: 'over-quota' },
    { kind: 'over-quota', sizeKb: 6_775_430 },
    { kind: 'over-quota', sizeKb: 6_775_430, freeKb: 1_048_576 },
    { kind: 'over-quota', sizeKb: 6_775_430, freeKb: 0 },
    { kind: 'over-quota', sizeKb: 6_775_430, freeKb: -400 },
  ],
  'not-available': OBSTACLES.map(obstacle => ({ kind: 'not-available', obstacle })),
  'removal-refused': OBSTACLES.map(obstacle => ({ kind: 'removal-refused', obstacle })),
  limited: [{ kind: 'limited', until: Date.UTC(2026, 10, 22, 14, 5) }],
  offline: [{ kind: 'offline' }],
  'timed-out': [{ kind: 'timed-out' }],
  blocked: [{ kind: 'blocked' }],
  'region-blocked': [{ kind: 'region-blocked' }],
  'site-error': [{ kind: 'site-error' }],
  unreadable: [{ kind: 'unreadable' }],
  'storage-newer': [{ kind: 'storage-newer' }],
  'storage-damaged': [{ kind: 'storage-damaged' }],
  'storage-refused': [{ kind: 'storage-refused' }],
  'storage-brief': [{ kind: 'storage-brief' }],
  'storage-full': [{ kind: 'storage-full' }],
  'storage-lost': [{ kind: 'storage-lost' }],
  oversized: [{ kind: 'oversized' }],
  'endless-list': [{ kind: 'endless-list' }],
  unsettled: [
    { kind: 'unsettled', target: 'in' },
    { kind: 'unsettled', target: 'out' },
  ],
  'not-done': [
    { kind: 'not-done', target: 'in' },
    { kind: 'not-done', target: 'out' },
  ],
  'just-changed': [{ kind: 'just-changed' }],
  'removal-expired': [{ kind: 'removal-expired' }],
  'removal-unsent': [{ kind: 'removal-unsent' }, { kind: 'removal-unsent', isSignedOut: true }],
  'asked-elsewhere': [
    { kind: 'asked-elsewhere', outcome: 'opened' },
    { kind: 'asked-elsewhere', outcome: 'already-open' },
    { kind: 'asked-elsewhere', outcome: 'failed' },
    { kind: 'asked-elsewhere', outcome: 'silent', until: Date.UTC(2026, 10, 22, 14, 5) },
  ],
  'page-limit': [
    { kind: 'page-limit', of: 'checks', until: Date.UTC(2026, 10, 22, 14, 5) },
    { kind: 'page-limit', of: 'additions', until: Date.UTC(2026, 10, 22, 14, 5) },
  ],
  contradicted: [
    { kind: 'contradicted', target: 'in', now: 'out' },
    { kind: 'contradicted', target: 'out', now: 'in' },
  ],
  duplicated: [{ kind: 'duplicated' }, { kind: 'duplicated', copies: 2, sizeKb: 4_800_000 }],
  'host-not-granted': [{ kind: 'host-not-granted' }],
  unexpected: [{ kind: 'unexpected' }],
};

export const EVERY_PROBLEM: readonly Problem[] = Object.values(EXAMPLES).flat();
