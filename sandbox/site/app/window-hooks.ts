import { showAds } from '@/sandbox/site/app/live/ads.ts';
import { bumpCounters, counterChanges, startCounters } from '@/sandbox/site/app/live/counters.ts';
import { hideModels } from '@/sandbox/site/app/live/hidden.ts';
import { publishVersion, renameModel } from '@/sandbox/site/app/live/names.ts';
import { replaceTexts } from '@/sandbox/site/app/live/texts.ts';
import { listShown, type ShownEntry } from '@/sandbox/site/app/shown/registry.ts';

/** What the document says of this sandbox. */
type Config = { hydrationDelayMs: number; hydrationMeasure: boolean; liveCounters: boolean };

/** What tests can do to a page, and ask of it. */
type Hooks = {
  /** Every model and version on screen at this moment, as the site's own components report it. */
  shown(): ShownEntry[];
  renameModel(modelId: number, name: string): void;
  publishVersion(modelId: number, versionId: number): void;
  bumpCounters(count: number): number;
  counterChanges(): number;
  showAds(value: boolean): void;
  hideModels(modelIds: number[]): void;
  /** Puts every text that people wrote into the page anew, as when its HTML changes. */
  replaceTexts(): void;
};

declare global {
  interface Window {
    /** Errors that React recovered from, and those that no code caught, for tests. */
    __reactErrors: string[];
    /** How this sandbox is set, written by the document; and, once the script runs, the hooks. */
    __sandbox: Config & Hooks;
  }
}

/** Adds the hooks to `window.__sandbox`. */
export function installHooks(): void {
  const hooks: Hooks = {
    shown: listShown,
    renameModel,
    publishVersion,
    bumpCounters,
    counterChanges,
    showAds,
    hideModels,
    replaceTexts,
  };
  Object.assign(window.__sandbox, hooks);
  if (window.__sandbox.liveCounters) startCounters();
}
