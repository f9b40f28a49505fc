import type { ModelId, VersionId } from './ids';

/** Pages of the site that the extension's pages link to. They open in a tab of their own. */
export const siteLinks = {
  home: 'https://civitai.com/',
  models: 'https://civitai.com/models',
  /** The site's own vault page. */
  vault: 'https://civitai.com/user/vault',
  memberships: 'https://civitai.com/pricing',
  /** Opens "Create API Key" filled in; Vault → Write needs a tick by hand (site-facts.md H.1). */
  newKey: 'https://civitai.com/user/account?addApiKey=1&name=Vaulted&scope=ReadOnly',
} as const;

/** The address of a model's page that shows the version. */
export function modelPage(modelId: ModelId, versionId: VersionId): string {
  return `https://civitai.com/models/${modelId}?modelVersionId=${versionId}`;
}

/** The address of the extension's vault page, filtered by a search. */
export function vaultPage(query = ''): string {
  return query === '' ? '/vault.html' : `/vault.html?${new URLSearchParams({ query })}`;
}
