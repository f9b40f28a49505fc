/**
 * Who is logged in on civitai.com in this browser, compared with the vault's owner. `unsure`: the key doesn't say whose it is, or the
 * site doesn't say who is logged in.
 */
export type SiteAccount =
  | { who: 'owner' }
  | { who: 'nobody' }
  | { who: 'unsure' }
  | { who: 'other'; username?: string };
