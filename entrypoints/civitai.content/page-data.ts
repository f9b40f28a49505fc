import { parse as parseDevalue } from 'devalue';
import { isModelId, isVersionId, type ModelId, readModelId } from '@/utils/ids';
import type { Availability, ModelVersions } from '@/utils/version-offer';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The model's versions as the page's own `__NEXT_DATA__` lists them: all that the page shows, in the page's order.
 * Only for the model of the full load that wrote it: the element never changes afterwards (site-facts.md B.6), so it is read
 * once, when first asked for. `undefined` where the data are for another model, missing, or of a shape we don't know.
 */
export function createPageData(): (modelId: ModelId) => ModelVersions | undefined {
  let read: { model: ModelVersions | undefined } | undefined;
  return modelId => {
    read ??= { model: readPage() };
    return read.model?.modelId === modelId ? read.model : undefined;
  };
}

function readPage(): ModelVersions | undefined {
  const text = document.getElementById('__NEXT_DATA__')?.textContent;
  if (!text) return undefined;
  try {
    const page: unknown = JSON.parse(text);
    if (!isObject(page) || !isObject(page.query)) return undefined;
    const props = isObject(page.props) && isObject(page.props.pageProps) ? page.props.pageProps : {};
    return findModel(decodeState(props.trpcState), readModelId(String(page.query.id)));
  } catch {
    // Half a document or an encoding of tomorrow: the API is asked instead.
    return undefined;
  }
}

/** `trpcState` is a superjson object or a devalue string, depending on the server that answered (site-facts.md B.6). */
function decodeState(state: unknown): unknown {
  if (typeof state === 'string') return parseDevalue(state);
  return isObject(state) && 'json' in state ? state.json : state;
}

function findModel(state: unknown, modelId: ModelId | undefined): ModelVersions | undefined {
  for (const query of listOf(isObject(state) ? state.queries : undefined)) {
    if (!isObject(query) || !isObject(query.state) || !isObject(query.state.data)) continue;
    if (JSON.stringify(listOf(query.queryKey)[0]) !== '["model","getById"]') continue;
    const model = query.state.data;
    if (isModelId(model.id) && model.id === modelId) return readModel(model, model.id);
  }
  return undefined;
}

function readModel(model: Json, modelId: ModelId): ModelVersions {
  const versions = listOf(model.modelVersions).flatMap(version => {
    if (!isObject(version) || !isVersionId(version.id)) return [];
    const sizeKb = primarySize(version.files);
    return {
      versionId: version.id,
      versionName: String(version.name ?? ''),
      availability: availabilityOf(model, version),
      ...(sizeKb === undefined ? {} : { sizeKb }),
    };
  });
  return { modelId, modelName: String(model.name ?? ''), versions };
}

function primarySize(files: unknown): number | undefined {
  const sizes = listOf(files).flatMap(file =>
    isObject(file) && typeof file.sizeKB === 'number' && (file.type === 'Model' || file.type === 'Pruned Model')
      ? file.sizeKB
      : [],
  );
  return sizes[0];
}

function availabilityOf(model: Json, version: Json): Availability {
  if (model.availability === 'Private' || version.availability === 'Private') return 'private';
  if (version.status !== undefined && version.status !== 'Published') return 'unpublished';
  if (version.usageControl !== undefined && version.usageControl !== 'Download') return 'generation-only';
  if (version.paidAccess) return 'early-access';
  if (model.mode === 'Archived') return 'archived';
  return listOf(version.files).length === 0 ? 'no-files' : 'everyone';
}
