import type { ApiResult } from '@/entrypoints/background/api/result';
import type { ListParams, VaultPage } from '@/entrypoints/background/api/vault-api';
import { model, version } from '@/tests/unit/background/api/ids';
import { fail, type Problem } from '@/utils/problem';
import type { VaultItem } from '@/utils/vault/vault-item';

/** The vault's `n`-th item; two versions of a model stand side by side. */
export function item(n: number, changes: Partial<VaultItem> = {}): VaultItem {
  return {
    id: n,
    status: 'Stored',
    modelVersionId: version(10_000 + n),
    modelId: model(1_000 + Math.floor(n / 2)),
    modelName: `Model ${n}`,
    versionName: 'v1',
    creatorName: 'ada',
    type: 'LORA',
    baseModel: 'SDXL 1.0',
    category: '',
    modelSizeKb: 100,
    detailsSizeKb: 2,
    imagesSizeKb: 3,
    failures: 0,
    files: [],
    ...changes,
  };
}

/** What a request for the list meets, by its number from 1: a failure, or something that happens just before the answer is made. */
type Interference = (page: number) => Problem | Promise<unknown> | undefined;

/** The site's side: rows newest first, and a list that can lag behind them. */
export function createSite(count: number) {
  const site = {
    rows: Array.from({ length: count }, (_, index) => item(count - index)),
    /** What the list and checks show instead of the rows, like a replica that lags. */
    replica: undefined as VaultItem[] | undefined,
    asked: [] as number[],
    checks: 0,
    interfere: undefined as Interference | undefined,
    /** Another device adds the item on top, or removes the version. */
    add: (added: VaultItem) => void site.rows.unshift(added),
    remove: (n: number) => {
      site.rows = site.rows.filter(row => row.modelVersionId !== 10_000 + n);
    },
    freeze: () => {
      site.replica = [...site.rows];
    },
  };
  const shown = () => site.replica ?? site.rows;
  const api = {
    async list({ limit = 60, page = 1 }: ListParams): Promise<ApiResult<VaultPage>> {
      site.asked.push(page);
      const problem = await site.interfere?.(page);
      if (problem) return { ...fail(readProblem(problem)), sent: 'answered' };
      const items = shown().slice((page - 1) * limit, page * limit);
      const totalPages = Math.max(1, Math.ceil(shown().length / limit));
      const value = { items, totalItems: shown().length, currentPage: page, pageSize: limit, totalPages };
      return structuredClone({ ok: true, value });
    },
    async check(ids: readonly number[]): Promise<ApiResult<Map<VaultItem['modelVersionId'], VaultItem | null>>> {
      site.checks += 1;
      const find = (id: number) => shown().find(row => row.modelVersionId === id) ?? null;
      return { ok: true, value: new Map(ids.map(id => [version(id), find(id)])) };
    },
    carriesStreams: async () => true,
    async toggle(id: number): Promise<ApiResult<{ now: 'in'; itemId: number } | { now: 'out' }>> {
      const n = id - 10_000;
      if (site.rows.some(row => row.modelVersionId === id)) {
        site.remove(n);
        return { ok: true, value: { now: 'out' } };
      }
      site.add(item(n, { status: 'Pending' }));
      return { ok: true, value: { now: 'in', itemId: n } };
    },
    vault: async () => ({
      ok: true as const,
      value: { userId: 1, storageKb: 1e9, usedStorageKb: site.rows.length * 105, updatedAt: '' },
    }),
  };
  return Object.assign(site, { api });
}

function readProblem(value: unknown): Problem {
  if (typeof value === 'object' && value !== null && 'kind' in value) return value as Problem;
  throw new Error('an interference is a problem, a promise of nothing, or nothing');
}
