import { compose } from '@/entrypoints/civitai.content/views/compose';
import { describeWhole, type Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';
import type { Target } from '@/utils/vault/membership';
import { addingOf } from './add-version';
import { type SubmitParts, submitIntent } from './submit';

/** What a click on the site's own button leads to. */
export type OfficialIntents = {
  /** Carries out the label of the site's own button. Never removes: it says "Remove" only of what is not there any more. */
  submitLabel(target: Target, versionId: VersionId, version: Naming): void;
  /** The site's own toggle is on its way: until a check can be believed, the version's state is uncertain. */
  markUncertain(versionId: VersionId, target: Target): void;
  /** The site's own button shows that its toggle came through: so does the version from now on. */
  showFlipped(versionId: VersionId): void;
  /** The site's own toggle has come through, and the next one has to wait for it to settle. */
  isSettling(versionId: VersionId): boolean;
  /** Checks an uncertain version. */
  checkAgain(versionId: VersionId): void;
};

/** See `OfficialIntents`. */
export function officialIntents(parts: SubmitParts): OfficialIntents {
  const { client, toast, locals, changed } = parts;
  return {
    submitLabel(target, versionId, version) {
      if (target === 'in') {
        void submitIntent(parts, addingOf(version, versionId, locals.session()), version);
        return;
      }
      toast.say(compose('toast.gone', { version: describeWhole({ ...version, versionId }) }));
      client.invalidate(versionId);
      changed();
    },
    markUncertain(versionId, target) {
      locals.set(versionId, { activity: { target, phase: 'looking', since: Date.now() } });
      client.reportToggled(versionId);
      changed();
    },
    showFlipped(versionId) {
      const local = locals.get(versionId);
      if (!local || !('activity' in local) || local.activity.phase !== 'looking') return;
      locals.set(versionId, { ...local, flippedAt: Date.now() });
      changed();
    },
    isSettling: locals.isSettling,
    checkAgain(versionId) {
      const local = locals.get(versionId);
      // A later intent of the user's has its own way to settle.
      if (local && 'activity' in local && local.activity.phase === 'looking')
        locals.set(versionId, { ...local, recheckedAt: Date.now() });
      client.invalidate(versionId);
      changed();
    },
  };
}
