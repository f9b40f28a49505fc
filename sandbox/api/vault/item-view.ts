import type { VaultItemRow } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';

const DAY_SECONDS = 86_400;

/** The host of the site's own downloads. */
const STORAGE = 'https://civitai-vault.5ac0637cfd0766c97916cefa3764fbdf.r2.cloudflarestorage.com';

/** Only Stored items have a cover: a signed storage address valid for a day, or as documented one of the image host (F.2). */
function coverOf(world: World, row: VaultItemRow): string | null {
  if (row.status !== 'Stored') return null;
  if (world.settings.flavour === 'documented') return `https://image.civitai.com/vault/${row.id}/cover.jpeg`;
  const signature = `X-Amz-Expires=${DAY_SECONDS}&X-Amz-Signature=${row.id.toString(16).padStart(8, '0')}`;
  return `${STORAGE}/${row.vaultId}/${row.modelVersionId}-cover.jpg?${signature}`;
}

/** The documentation shows file names where the site has labels. */
function documentedFiles(row: VaultItemRow): VaultItemRow['files'] {
  return row.files.map(file => ({ ...file, displayName: file.url.split('/').at(-1) ?? file.displayName }));
}

/** An item as `/vault/all` shows it; as documented, `check-vault` shows the same. */
export function itemView(world: World, row: VaultItemRow) {
  const files = world.settings.flavour === 'documented' ? documentedFiles(row) : row.files;
  return { ...row, files, coverImageUrl: coverOf(world, row) };
}
