import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { lookUpPutBack } from '@/entrypoints/background/removal/look-up-put-back';
import { createFakeFetch, createTransport, json, NOW } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { ITEM } from '@/tests/unit/background/api/vault-answers';
import { type Answer, createTestLookUp, MODEL, VERSION } from '@/tests/unit/background/availability/fake-site';
import { fail, ok } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

export const MEMBER = { canWrite: true, membership: 'member', tier: 'gold', isOwnerFresh: true } as const;
export const QUOTA = { usedKb: 10_000, totalKb: 100_000, updatedAt: '' };
/** 2,100 KB in the vault; added again it needs at most 2,048. */
export const ROW = { ...ITEM, modelVersionId: 7, modelSizeKb: 2048, files: [], detailsSizeKb: 12, imagesSizeKb: 40 };

export type Given = {
  /** What the site says of the version; a path that is not named here is a 404. */
  site: Record<string, Answer>;
  account: object;
  quota: Partial<typeof QUOTA>;
  /** What the vault's check says. */
  check: Answer;
  copies: number | undefined;
  isOffline: boolean;
  /** What this browser knows. */
  facts: VersionFact[];
};

export const offered = (
  changes: { version?: object; model?: object; listed?: object } = {},
): Record<string, Answer> => {
  const listed = MODEL.modelVersions.map(entry => ({ ...entry, ...changes.listed }));
  const items = [{ ...MODEL, modelVersions: listed, ...changes.model }];
  return { 'model-versions/7': () => json({ ...VERSION, ...changes.version }), models: () => json({ items }) };
};
export const holding =
  (row: object | null): Answer =>
  () =>
    json([{ modelVersionId: 7, vaultItem: row }]);

export function start(given: Partial<Given>, answers: Record<string, Answer> = { ...(given.site ?? offered()) }) {
  const { site, account, quota, check = holding(ROW), copies = 1, isOffline } = given;
  const { lookUp } = createTestLookUp(answers);
  const broken = () => Promise.reject(new TypeError('Failed to fetch'));
  const fetch = createFakeFetch(isOffline ? broken : check);
  const api = createCivitaiApi(createTransport(fetch, { isOnline: () => !isOffline }));
  const snapshot = { ...MEMBER, ...account, quota: { ...QUOTA, ...quota }, session: 's', keyTail: '', asOf: NOW };
  const verdict = async (): Promise<string> => {
    Object.assign(answers, site);
    const found = await lookUpPutBack(
      {
        account: { refresh: async () => (isOffline ? fail({ kind: 'offline' }) : ok(snapshot)) },
        availability: lookUp,
        apiOf: () => api,
        engine: { cachedFacts: async () => given.facts ?? [], untilCooledDown: async () => {} },
        now: () => NOW,
        countCopies: async () => ('copies' in given ? given.copies : copies),
      },
      's',
      version(7),
    );
    if (found.can) return 'yes';
    return found.why.kind === 'not-offered' ? found.why.availability : found.why.kind;
  };
  return { lookUp, verdict };
}
