import { errorText } from '@/sandbox/api/failures.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import { hasAccess, isGated } from '@/sandbox/api/vault/vault-service.ts';
import { isPublished, primaryFile } from './version-view.ts';

/** `GET /api/download/models/{versionId}`: a redirect to the file, or why not (site-facts.md G.5). */
export function downloadModel({ world, pathId, credentials }: ApiContext): ApiAnswer {
  const id = Number(pathId);
  const [model, version] = [world.catalogue.findModelOfVersion(id), world.catalogue.findVersion(id)];
  if (!model || !version || !isPublished(version)) return errorText(404, 'Model not found');
  if (model.mode === 'Archived') return errorText(410, 'Model archived, not available for download');
  if (version.usageControl !== 'Download') return errorText(401, 'The creator has disabled downloads of this file');
  const hasIt = hasAccess(world, credentials?.account, model, version);
  if (!hasIt && isGated(version, world.clock.now())) return errorText(403, 'This version is in early access');
  if (!hasIt) return errorText(403, 'No access');
  const file = primaryFile(version);
  if (!file) return errorText(404, 'File not found');
  const location = `https://storage.sandbox.invalid/model/${model.creator.id}/${encodeURIComponent(file.name)}`;
  return { status: 307, headers: { location } };
}
