import type { Connection } from '@/utils/account/account';
import type { UsableLogin } from '@/utils/account/usable-login';
import { isRecord } from '@/utils/is-record';
import { ONCE, REPEATABLE, request, takes } from '@/utils/messages/request';

// The rows of the site's own login; like requests.ts, only rows are exported here.

/** Whether the vault can be shown with the login that the browser has on the site. Nothing of the vault is asked for it. */
export const usableLogin = request('usable-login', 'both', REPEATABLE, takes<undefined>, isRecord<UsableLogin>);

/** The user has pressed "See your vault with your Civitai login". Value: whose vault it is. */
export const showWithLogin = request('show-with-login', 'both', ONCE, takes<undefined>, isRecord<Connection>);
