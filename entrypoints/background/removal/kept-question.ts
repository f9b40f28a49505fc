import { browser } from 'wxt/browser';
import { isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { WhyAsked } from '@/utils/messages/own-ground';

/** The question that is open. */
export type KeptQuestion = {
  /** The one thing that its page's address says. */
  id: string;
  session: string;
  versionId: VersionId;
  modelId?: ModelId;
  why: WhyAsked;
  /** Epoch ms. */
  askedAt: number;
  /** The site's tab that asked for it; -1: none is known. */
  fromTab: number;
  /** The tab in which its page is open, once there is one. */
  ownTab?: number;
};

/** How often the user has declined what a tab asked, since they last agreed to it, and when (epoch ms). */
export type Declines = { count: number; at: number };

/** All that own ground keeps. `declines`: by the id of the site's tab. */
export type Kept = { question?: KeptQuestion; declines: Readonly<Record<string, Declines>> };

const KEY = 'vaulted-removal';

/**
 * Reads it from `storage.session`: a killed worker still knows which question is open, no content script can read it, and it is gone
 * when the browser closes. What can't be read is not there.
 */
export async function readKept(): Promise<Kept> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  return isKept(stored) ? stored : { declines: {} };
}

/** Rejects where the browser refuses storage. */
export async function writeKept(kept: Kept): Promise<void> {
  await browser.storage.session.set({ [KEY]: kept });
}

function isKept(value: unknown): value is Kept {
  if (!isRecord(value) || !isRecord(value.declines)) return false;
  const { question } = value;
  return question === undefined || (isRecord(question) && isVersionId(question.versionId) && isRecord(question.why));
}
