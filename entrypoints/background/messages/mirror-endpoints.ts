import type { Account } from '@/entrypoints/background/account/account';
import { accountFor } from '@/entrypoints/background/account/private-window';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { isModelId, type ModelId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { cachedItems, cachedModels, itemNames, refreshIfStale, refreshNow } from '@/utils/messages/rows/requests';
import { answerCachedItems, answerCachedModels } from './answer-versions';
import { endpoint } from './endpoint';
import { hasVersionId, isAbsent, isListOf } from './guards';

export type MirrorServices = {
  account: Pick<Account, 'connection' | 'recover' | 'confirmLogin'>;
  engine: Pick<VaultEngine, 'cachedFacts' | 'owed'>;
  mirror: Pick<
    Mirror,
    'byModels' | 'part' | 'status' | 'itemNames' | 'refreshIfStale' | 'refreshNow' | 'refreshCovers'
  >;
};

/** What the copy of the vault's list holds, and when it is read again. */
export function mirrorEndpoints(services: MirrorServices) {
  const { account, mirror } = services;
  return [
    endpoint(cachedModels, hasModelIds, ({ modelIds }, from) =>
      answerCachedModels({ ...services, account: accountFor(account, from) }, modelIds),
    ),
    endpoint(cachedItems, isBefore, ({ before }) => answerCachedItems(services, before)),
    endpoint(itemNames, hasVersionId, ({ versionId }) => mirror.itemNames(versionId)),
    endpoint(refreshIfStale, isAbsent, async () => {
      void account.recover().catch(() => undefined);
      void account.confirmLogin().catch(() => undefined);
      void mirror.refreshIfStale();
      return undefined;
    }),
    endpoint(
      refreshNow,
      isRefresh,
      async ({ what }) => void (what === 'list' ? mirror.refreshNow() : mirror.refreshCovers()),
    ),
  ];
}

function hasModelIds(arg: unknown): arg is { modelIds: ModelId[] } {
  return isRecord(arg) && isListOf(arg.modelIds, isModelId);
}

function isBefore(arg: unknown): arg is { before?: number } {
  return isRecord(arg) && (arg.before === undefined || (typeof arg.before === 'number' && !Number.isNaN(arg.before)));
}

function isRefresh(arg: unknown): arg is { what: 'list' | 'covers' } {
  return isRecord(arg) && (arg.what === 'list' || arg.what === 'covers');
}
