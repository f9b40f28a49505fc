import type { VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { OpenRemovals, RemovalChange, VersionIds } from '@/utils/messages/protocol';
import { isList, REPEATABLE, request, takes } from '@/utils/messages/request';

// The rows of removals that were not sent yet; like requests.ts, only rows are exported here.

const isOpenRemovals = (value: unknown): value is OpenRemovals => isRecord(value) && Array.isArray(value.removals);

/** Takes removals of that sign-in back. Answered with those that were not sent, and never will be. */
export const undoRemovals = request(
  'undo-removals',
  'both',
  REPEATABLE,
  takes<VersionIds & { session: string }>,
  isList<VersionId>,
);

/** Lets removals leave at once, or says that their run is still on screen. A page of the site can't shorten a grace. */
export const changeRemovals = request(
  'change-removals',
  'page',
  REPEATABLE,
  takes<VersionIds & { session: string; how: Exclude<RemovalChange, 'undo'> }>,
  isList<VersionId>,
);

/** The removals that can be taken back, and those that were left unsent. */
export const openRemovals = request('open-removals', 'page', REPEATABLE, takes<undefined>, isOpenRemovals);

/** Takes back what has just been confirmed on the extension's own ground. */
export const undoConfirmed = request(
  'undo-confirmed',
  'confirm',
  REPEATABLE,
  takes<{ versionId: VersionId }>,
  isList<VersionId>,
);
