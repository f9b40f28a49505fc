import type { Settings } from '@/sandbox/settings.ts';
import type { ApiAnswer } from './handler.ts';

/** A refusal as the server's code throws it; what of it reaches a client depends on the flavour. */
export type Refusal = {
  code: 'BAD_REQUEST' | 'NOT_FOUND' | 'FORBIDDEN';
  /** True where the thrown error wraps another: quota and membership (site-facts.md F.0.1). */
  hasCause: boolean;
  message: string;
};

/** Reasons for which the vault refuses (F.0.1, F.4). */
export const refusals = {
  noAccess: { code: 'BAD_REQUEST', hasCause: false, message: 'You do not have permission to add this model version.' },
  notDownloadable: { code: 'BAD_REQUEST', hasCause: false, message: 'This model version is not downloadable.' },
  noSize: { code: 'BAD_REQUEST', hasCause: false, message: 'Vault size is not configured for this membership.' },
  quota: { code: 'BAD_REQUEST', hasCause: true, message: 'Vault storage limit exceeded: storage quota exceeded.' },
  noMembership: { code: 'BAD_REQUEST', hasCause: true, message: 'An active membership is required.' },
  notPublished: { code: 'NOT_FOUND', hasCause: false, message: 'Model version not published.' },
  noFiles: { code: 'NOT_FOUND', hasCause: false, message: 'Model version has no files.' },
  unknown: { code: 'NOT_FOUND', hasCause: false, message: 'Model not found.' },
} as const satisfies Record<string, Refusal>;

/** The 500 that every handler answers; `error` is what JSON leaves of the thrown value. */
function unexpected(error: unknown): ApiAnswer {
  return { status: 500, json: { message: 'An unexpected error occurred', error } };
}

/** A refusal as a 500: without its text in the real flavour, with it in the documented one. */
export function refused(refusal: Refusal, flavour: Settings['flavour']): ApiAnswer {
  const { code, hasCause, message } = refusal;
  if (flavour === 'documented') return unexpected({ code, name: 'TRPCError', message });
  return unexpected({ ...(hasCause && { cause: {} }), code, name: 'TRPCError' });
}

/** What the database's client throws for a number outside 32 bits. */
export function outOfRange(modelName: string): ApiAnswer {
  const meta = { modelName, details: 'Value out of range for the type.' };
  return unexpected({ code: 'P2020', meta, clientVersion: '6.13.0', name: 'PrismaClientKnownRequestError' });
}

/** A schema's issues as `all` shows them: JSON in a text, with status 500. */
export function zodFailure(issues: readonly unknown[]): ApiAnswer {
  return unexpected({ name: 'ZodError', message: JSON.stringify(issues, null, 2) });
}

/** `{"error": text}` with a status. */
export function errorText(status: number, error: string): ApiAnswer {
  return { status, json: { error } };
}
