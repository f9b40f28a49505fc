import { parse as parseDevalue } from 'devalue';
import { isModelId, isVersionId, type ModelId, readModelId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { type Need, needOf } from '@/utils/vault/fit';
import type { Availability, ModelVersions } from '@/utils/vault/version-availability';
import { readPageUserId } from './page-login';

type Json = Record<string, unknown>;

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What `__NEXT_DATA__` says. The server writes it once, for the full load (site-facts.md B.6). */
export type PageData = {
  /**
   * All versions that the page shows, in its order; only for the model of that full load. `undefined` where the data are missing,
   * for another model, or of an unknown shape.
   */
  versionsOf(modelId: ModelId): ModelVersions | undefined;
  /** Who is logged in on this host, as far as the server said. */
  siteUserId(): number | undefined;
};

type ParsedPage = { model?: ModelVersions | undefined; userId?: number | undefined };

/** The page's own data; parsed once, when first asked for. */
export function createPageData(): PageData {
  let parsed: ParsedPage | undefined;
  const parse = (): ParsedPage => {
    parsed ??= parsePage();
    return parsed;
  };
  return {
    versionsOf(modelId) {
      const { model } = parse();
      return model?.modelId === modelId ? model : undefined;
    },
    siteUserId: () => parse().userId,
  };
}

function parsePage(): ParsedPage {
  // A description may hold an element of that id further up: the site lets `id` through, but never a script.
  const text = document.querySelector('script#__NEXT_DATA__')?.textContent;
  if (!text) return {};
  try {
    const page: unknown = JSON.parse(text);
    if (!isRecord(page) || !isRecord(page.query)) return {};
    const props = isRecord(page.props) && isRecord(page.props.pageProps) ? page.props.pageProps : {};
    const modelId = readModelId(String(page.query.id));
    return { userId: readPageUserId(), model: modelId === undefined ? undefined : readState(props.trpcState, modelId) };
  } catch {
    // Half a document: the worker asks the API instead.
    return {};
  }
}

function readState(state: unknown, modelId: ModelId): ModelVersions | undefined {
  try {
    return findModel(decodeState(state), modelId);
  } catch {
    // A later release may encode it in another way.
    return undefined;
  }
}

/** `trpcState` is a superjson object or a devalue string, depending on the server that answered (site-facts.md B.6). */
function decodeState(state: unknown): unknown {
  if (typeof state === 'string') return parseDevalue(state);
  return isRecord(state) && 'json' in state ? state.json : state;
}

function findModel(state: unknown, modelId: ModelId): ModelVersions | undefined {
  for (const query of listOf(isRecord(state) ? state.queries : undefined)) {
    if (!isRecord(query) || !isRecord(query.state) || !isRecord(query.state.data)) continue;
    if (JSON.stringify(listOf(query.queryKey)[0]) !== '["model","getById"]') continue;
    const model = query.state.data;
    if (isModelId(model.id) && model.id === modelId) return readModel(model, model.id);
  }
  return undefined;
}

function readModel(model: Json, modelId: ModelId): ModelVersions {
  const versions = listOf(model.modelVersions).flatMap(version => {
    if (!isRecord(version) || !isVersionId(version.id)) return [];
    return {
      versionId: version.id,
      versionName: String(version.name ?? ''),
      availability: availabilityOf(model, version),
      ...(version.paidAccess && version.canDownload === false ? { isWithheld: true as const } : {}),
      ...sizesOf(version.files),
    };
  });
  return { modelId, modelName: String(model.name ?? ''), versions };
}

function sizesOf(files: unknown): { sizeKb?: number; need?: Need } {
  const sized = listOf(files).flatMap(file =>
    isRecord(file) && typeof file.sizeKB === 'number' ? [{ sizeKb: file.sizeKB, type: String(file.type) }] : [],
  );
  const main = sized.find(({ type }) => type === 'Model' || type === 'Pruned Model');
  const need = needOf(sized);
  return { ...(main && { sizeKb: main.sizeKb }), ...(need && { need }) };
}

function availabilityOf(model: Json, version: Json): Availability {
  if (model.availability === 'Private' || version.availability === 'Private') return 'private';
  if (version.status !== undefined && version.status !== 'Published') return 'unpublished';
  if (version.usageControl !== undefined && version.usageControl !== 'Download') return 'generation-only';
  if (version.paidAccess) return 'early-access';
  if (model.mode === 'Archived') return 'archived';
  return listOf(version.files).length === 0 ? 'no-files' : 'everyone';
}
