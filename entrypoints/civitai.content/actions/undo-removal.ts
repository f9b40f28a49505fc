import { compose } from '@/entrypoints/civitai.content/views/compose';
import { describeWhole, type Naming } from '@/entrypoints/civitai.content/views/version-name';
import { ageOf } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import { t } from '@/utils/texts/texts';
import { type SubmitParts, warnOf } from './submit';

/** Takes a removal back that was not sent yet, and says whether that was in time. */
export async function undoRemoval(
  { client, toast, locals }: SubmitParts,
  version: Naming,
  versionId: VersionId,
): Promise<void> {
  const about = describeWhole({ ...version, versionId });
  const undone = await client.undoRemoval(locals.session(), versionId);
  if (!undone.ok) warnOf(toast, undone.problem, about);
  else toast.say(compose(undone.value.length > 0 ? 'toast.kept' : 'toast.too-late', { version: about }));
}

/** Offers to take removals back that were confirmed on this page. */
export type UndoProposal = {
  /** A removal was confirmed: the worker will say when its grace begins. */
  expect(version: Naming, versionId: VersionId): void;
  /** It came to its end. */
  forget(versionId: VersionId): void;
  update(): void;
};

/** One for the page. Marks and menus offer the same: the offer is where the user has just pressed. */
export function createUndoProposal(parts: SubmitParts): UndoProposal {
  const { client, toast, locals } = parts;
  const expected = new Map<VersionId, Naming>();
  const offered = new Map<VersionId, AbortController>();
  const isInGrace = (versionId: VersionId): boolean => client.fact(versionId)?.activity?.phase === 'grace';
  return {
    expect(version, versionId) {
      // While it has to settle, the user reads why.
      if (!locals.isSettling(versionId)) expected.set(versionId, version);
    },
    forget: versionId => void expected.delete(versionId),
    update() {
      // Taken back or sent from elsewhere.
      for (const [versionId, over] of offered) {
        if (isInGrace(versionId)) continue;
        offered.delete(versionId);
        over.abort();
      }
      for (const [versionId, version] of expected) {
        if (!isInGrace(versionId)) continue;
        const { until = 0 } = client.fact(versionId)?.activity ?? {};
        expected.delete(versionId);
        const over = new AbortController();
        offered.set(versionId, over);
        const text = compose('toast.removing', { version: describeWhole({ ...version, versionId }) });
        const undo = { text: t('action.undo'), act: () => void undoRemoval(parts, version, versionId) };
        toast.propose(text, undo, ageOf(Date.now(), until), over.signal);
      }
    },
  };
}
