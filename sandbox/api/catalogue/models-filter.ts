import { z } from 'zod';
import { queryValue } from '@/sandbox/api/handler.ts';
import { MODEL_TYPES } from '@/sandbox/catalogue/names.ts';

const asList = (value: unknown) => (typeof value === 'string' ? [value] : value);
/** Ids in comma lists or repeated keys. */
const asIds = (value: unknown) => (typeof value === 'string' ? value.split(',') : value);
const ids = z.preprocess(asIds, z.array(z.coerce.number().int().min(1).max(2_147_483_647))).optional();
/** Any text but the empty one is true, `archived=false` too (site-facts.md G.2). */
const anyText = z
  .string()
  .transform(text => text !== '')
  .optional();

/** The parameters of `GET /api/v1/models` (G.2). */
const schema = z.object({
  limit: z.coerce.number().int().min(0).max(100).default(100),
  page: z.coerce.number().int().min(1).optional(),
  cursor: z.coerce.number().int().min(0).optional(),
  query: z.string().optional(),
  tag: z.string().optional(),
  username: z.string().optional(),
  ids,
  modelVersionIds: ids,
  // The comma form is not taken apart here.
  types: z.preprocess(asList, z.array(z.enum(MODEL_TYPES))).optional(),
  baseModels: z.preprocess(asList, z.array(z.string())).optional(),
  sort: z.enum(['Highest Rated', 'Most Downloaded', 'Most Liked', 'Newest', 'Oldest']).default('Highest Rated'),
  period: z.enum(['Day', 'Week', 'Month', 'Year', 'AllTime']).optional(),
  nsfw: z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional(),
  archived: anyText,
  primaryFileOnly: z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional(),
  favorites: z.string().optional(),
  hidden: z.string().optional(),
});

export type ModelsFilter = z.output<typeof schema>;

/** Reads the parameters; the failure is what goes into a 400's `error`. */
export function readModelsFilter(
  query: URLSearchParams,
): { ok: true; filter: ModelsFilter } | { ok: false; error: unknown } {
  const names = Object.keys(schema.shape);
  const parsed = schema.safeParse(Object.fromEntries(names.map(name => [name, queryValue(query, name)])));
  if (parsed.success) return { ok: true, filter: parsed.data };
  return { ok: false, error: { name: 'ZodError', message: JSON.stringify(parsed.error.issues, null, 2) } };
}
