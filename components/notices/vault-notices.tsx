import type { Snapshot } from '@/utils/account/account';
import type { Problem } from '@/utils/problem';
import { noticesOf } from '@/utils/sentences/notices';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import type { Actions } from './control';
import { NoticeList } from './notice-list';

type Props = {
  snapshot: Snapshot | undefined;
  /** The problems of the moment, the most urgent first. */
  problems: readonly (Problem | undefined)[];
  /** The vault's contents by type, if they are known. */
  types: VaultSummary['types'] | undefined;
  now: number;
  actions: Actions;
  /** The page itself says that the vault is empty. */
  isEmptyShown?: boolean;
  /** Two lines each, with the details behind. */
  isBrief?: boolean;
};

/** The notices about an account and its vault, for a `NoticeBoard`: the same on every page. `now` is epoch ms. */
export function VaultNotices({ snapshot, problems, types, now, actions, isEmptyShown = false, isBrief }: Props) {
  const known = problems.filter(problem => problem !== undefined);
  const notices = noticesOf({ snapshot, problems: known, types }, now);
  const shown = isEmptyShown ? notices.filter(({ id }) => id !== 'empty') : notices;
  return <NoticeList notices={shown} actions={actions} now={now} snapshot={snapshot} isBrief={isBrief} />;
}
