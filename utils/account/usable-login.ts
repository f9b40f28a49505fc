/**
 * The user whose login on civitai.com Vaulted could read the vault with; without `user` there is none, and pages don't name the way.
 * `isPrivate`: not offered, because the window is private.
 */
export type UsableLogin = { user?: { username?: string }; isPrivate?: true };
