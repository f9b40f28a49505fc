import { compose } from '@/entrypoints/civitai.content/views/compose';
import { describeWhole, type Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { RemovalAsked } from '@/utils/messages/own-ground';
import { type SubmitParts, warnOf } from './submit';

/** Has a removal confirmed on the extension's own ground, where no page can lead to a press, and says where the user finds it. */
export async function askElsewhere(
  { client, toast, changed }: SubmitParts,
  { versionId, ...asked }: RemovalAsked,
  { modelId, ...version }: Naming,
): Promise<void> {
  const name = describeWhole({ ...version, modelId, versionId });
  const answer = await client.askRemoval({ ...asked, versionId, ...(modelId !== undefined && { modelId }) });
  if (!answer.ok) {
    warnOf(toast, answer.problem, name);
    return;
  }
  const { outcome, until } = answer.value;
  if (outcome === 'not-in-vault') {
    toast.say(compose('toast.gone', { version: name }));
    client.invalidate(versionId);
    changed();
  } else warnOf(toast, { kind: 'asked-elsewhere', outcome, ...(until !== undefined && { until }) }, name);
}
