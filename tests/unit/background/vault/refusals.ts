import type { Refusal } from '@/entrypoints/background/api/result';
import { failure } from './rig';

export const SITE_ERROR = { kind: 'site-error' } as const;

export const refused = (refusal: Refusal) => failure(SITE_ERROR, { sent: 'answered', status: 500, refusal });

export const withCause: Refusal = { code: 'BAD_REQUEST', hasCause: true };

export const noAccess: Refusal = { code: 'BAD_REQUEST', hasCause: false };

export const missing: Refusal = { code: 'NOT_FOUND', hasCause: false };

export const documented = (message: string, code = 'BAD_REQUEST'): Refusal => ({ code, hasCause: false, message });
