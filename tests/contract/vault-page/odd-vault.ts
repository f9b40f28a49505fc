import type { VaultItemRow } from '@/sandbox/records.ts';
import { type SandboxApi, successOf } from '@/tests/contract/sandbox-api.ts';
import type { MirroredItem, VaultItem } from '@/utils/vault/vault-item';

/** Names that have to survive search, orders and export as they are. */
export const ODD_NAMES = [
  '=HYPERLINK("https://example.com","click")',
  '+1',
  '-2+3+cmd|" /C calc"!A0',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  'with "quotes", commas; semicolons',
  'two\nlines',
  'three\r\nlines\r\n=1',
  "'quoted =1",
  "'=already guarded",
  'Café Ångström',
  'CAFE\u0301 lower',
  '🦊 Fox 👩‍🚀',
  '水墨画風',
  'ﾊﾝｶｸ half width',
  'أسلوب الخط العربي',
  '\u202eevil override',
  ' leading and trailing ',
  'null',
  '',
] as const;

/** Times apart by a day and an hour, so that bounds fall between and upon them. */
function isoAt(n: number): string {
  return new Date(Date.UTC(2025, 5, 1) + n * 25 * 3_600_000).toISOString();
}

/** A vault of `ODD_NAMES`, with values that no version of Vaulted has heard of and everything empty that may be. Returns its key. */
export function createOddVault({ sandbox }: SandboxApi): { key: string; accountId: number } {
  const { account, key } = sandbox.accounts.create({ username: 'odd' });
  const [like] = sandbox.vault.items(sandbox.accounts.get('small').id);
  if (!like) throw new Error('the small vault is empty');
  const rows = ODD_NAMES.map((name, n): VaultItemRow => {
    const row = {
      ...like,
      id: 8_000_000 + n,
      vaultId: account.id,
      modelId: 7_000_000 + Math.floor(n / 2),
      modelVersionId: 7_100_000 + n,
      modelName: name,
      versionName: ODD_NAMES[(n + 1) % ODD_NAMES.length] ?? '',
      creatorName: n % 3 === 0 ? '' : name,
      creatorId: n % 3 === 0 ? null : 500 + n,
      category: n % 2 === 0 ? '' : 'style, with a comma',
      notes: n % 4 === 0 ? `=note ${name}\n- of ${name}` : null,
      addedAt: isoAt(n),
      createdAt: isoAt(40 - n),
      refreshedAt: n % 5 === 0 ? isoAt(n + 1) : null,
      files: [
        { id: 90_000 + n, sizeKB: 12.5 * n, url: 'https://storage.sandbox.invalid/x', displayName: name },
        { id: 91_000 + n, sizeKB: 0, url: 'https://storage.sandbox.invalid/y', displayName: '' },
      ],
    };
    // What the site may send one day, or sent once: words and gaps that its own types don't have.
    const strange = {
      type: n % 2 ? 'HoloModel' : '',
      baseModel: n % 3 ? 'SDXXL 9' : '',
      status: n % 4 ? 'Frozen' : 'Stored',
    };
    return Object.assign(row, strange, n === 7 && { addedAt: null, createdAt: null, categoryName: null });
  });
  sandbox.vault.put(rows);
  return { key, accountId: account.id };
}

/** The whole vault through the extension's own client, page by page as the mirror reads it, in the one order that needs no date. */
export async function readItems(api: SandboxApi, key: string): Promise<MirroredItem[]> {
  const client = api.as(key);
  const items = new Map<number, VaultItem>();
  for (let page = 1; ; page += 1) {
    const answer = successOf(await client.list({ limit: 200, page, sort: 'Model Name' }));
    for (const item of answer.items) items.set(item.id, item);
    if (page >= answer.totalPages) return [...items.values()].map(item => ({ ...item, seenOn: 0 }));
  }
}
