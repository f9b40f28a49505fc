/** The user whose login on civitai.com Vaulted could read the vault with; without `user` there is none, and pages don't name the way. */
export type UsableLogin = { user?: { username?: string } };
