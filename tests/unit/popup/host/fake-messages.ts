import { vi } from 'vitest';
import type { HistoryMessages } from '@/utils/messages/history';
import type { KeepOneMessages } from '@/utils/messages/keep-one';
import type { RadarMessages } from '@/utils/messages/radar-messages';
import type { RemovalMessages } from '@/utils/messages/removals';
import { fail, ok } from '@/utils/problem';

/** The messages about versions that are there twice, or that have to come back; all of them fail. */
export function createKeepOneMessages() {
  return {
    freshAvailability: vi.fn<KeepOneMessages['freshAvailability']>(async () => fail({ kind: 'offline' })),
    reAdd: vi.fn<KeepOneMessages['reAdd']>(async () => fail({ kind: 'offline' })),
    addOwed: vi.fn<KeepOneMessages['addOwed']>(async () => fail({ kind: 'offline' })),
    dismissOwed: vi.fn(async () => {}),
  };
}

/** No removal waits, and none can be changed. */
export function createRemovalMessages() {
  return {
    readRemovals: vi.fn<RemovalMessages['readRemovals']>(async () => ok({ removals: [] })),
    changeRemovals: vi.fn<RemovalMessages['changeRemovals']>(async () => ok([])),
  };
}

/** Nothing was found out about what the site still has. */
export function createRadarMessages() {
  return {
    readFindings: vi.fn<RadarMessages['readFindings']>(async () => fail({ kind: 'offline' })),
    markGoneSeen: vi.fn(async () => {}),
    swap: vi.fn<RadarMessages['swap']>(async () => fail({ kind: 'offline' })),
    keepBoth: vi.fn(async () => {}),
  };
}

/** Nothing was ever changed. */
export function createHistoryMessages() {
  return {
    readHistory: vi.fn<HistoryMessages['readHistory']>(async () => fail({ kind: 'offline' })),
    clearHistory: vi.fn(async () => {}),
    addAgain: vi.fn<HistoryMessages['addAgain']>(async () => fail({ kind: 'offline' })),
  };
}
