import { addingOf } from './add-version';
import type { Intents } from './intents';
import { nameVersion } from './name-version';
import { capitalize, type SubmitParts, submitIntent } from './submit';

/** What a click on the site's own button leads to. */
export function officialIntents(
  parts: SubmitParts,
): Pick<Intents, 'submitLabel' | 'markUncertain' | 'showFlipped' | 'isSettling' | 'checkAgain'> {
  const { client, toast, locals, changed } = parts;
  return {
    submitLabel(target, versionId, version) {
      if (target === 'in') {
        void submitIntent(parts, addingOf(version, versionId, locals.session()), version);
        return;
      }
      const name = capitalize(nameVersion(version, versionId));
      toast.say(`${name} is not in your vault any more. Civitai’s own button didn’t know that yet.`);
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
