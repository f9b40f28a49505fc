import type { ModelId, VersionId } from './ids';

/** Places on the site that the extension's pages lead to. They open in a tab of their own. */
export const siteLinks = {
  home: 'https://civitai.com/',
  models: 'https://civitai.com/models',
  /** The site's own vault page. */
  vault: 'https://civitai.com/user/vault',
  memberships: 'https://civitai.com/pricing',
  /** Opens "Create API Key" filled in; Vault → Write has to be ticked by hand (site-facts.md H.1). */
  newKey: 'https://civitai.com/user/account?addApiKey=1&name=Vaulted&scope=ReadOnly',
} as const;

/** A model's page at one of its versions. */
export function modelPage(modelId: ModelId, versionId: VersionId): string {
  return `https://civitai.com/models/${modelId}?modelVersionId=${versionId}`;
}

/** The extension's own page of the whole vault, searched for a text. */
export function vaultPage(query = ''): string {
  return query === '' ? '/vault.html' : `/vault.html?${new URLSearchParams({ query })}`;
}
