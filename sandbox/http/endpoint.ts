/** Names of what can be asked of the sandbox; faults and the request log go by them. `site` is everything else. */
export type Endpoint =
  | 'vault/get'
  | 'vault/all'
  | 'vault/check-vault'
  | 'vault/toggle-version'
  | 'me'
  | 'models'
  | 'models/{id}'
  | 'model-versions/{id}'
  | 'model-versions/mini/{id}'
  | 'auth/session'
  | 'download/vault'
  | 'download/models'
  | 'trpc/vault'
  | 'site';
