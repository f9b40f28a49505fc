import { z } from 'zod';
import { zodFailure } from '@/sandbox/api/failures.ts';
import { type ApiAnswer, queryValue } from '@/sandbox/api/handler.ts';
import { MODEL_TYPES } from '@/sandbox/catalogue/names.ts';
import { type ListFilter, SORTS } from './vault-filter.ts';

/** The site's own schema, rebuilt from site-facts.md F.2: it was written for objects and meets query texts. */
const schema = z.object({
  limit: z.coerce.number().min(1).max(200).default(60),
  page: z.coerce.number().min(0).default(1),
  query: z.string().optional(),
  types: z.array(z.enum(MODEL_TYPES)).optional(),
  categories: z.array(z.string()).optional(),
  baseModels: z.array(z.string()).optional(),
  dateCreatedFrom: z.date().optional(),
  dateCreatedTo: z.date().optional(),
  dateAddedFrom: z.date().optional(),
  dateAddedTo: z.date().optional(),
  sort: z.enum(SORTS).default('Recently Added'),
});

/** Reads the list's parameters as the site does; the failure is a 500, never a 400. */
export function readRealFilter(query: URLSearchParams): ListFilter | { failure: ApiAnswer } {
  const names = Object.keys(schema.shape);
  const parsed = schema.safeParse(Object.fromEntries(names.map(name => [name, queryValue(query, name)])));
  if (!parsed.success) return { failure: zodFailure(parsed.error.issues) };
  const { limit, page, query: text, types, categories, baseModels, sort } = parsed.data;
  return { limit: Math.floor(limit), page, text, types, categories, baseModels, sort };
}
