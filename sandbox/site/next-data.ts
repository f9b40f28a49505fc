import { stringify } from 'devalue';
import type { Settings } from '@/sandbox/settings.ts';
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import { toSuperjson } from '@/sandbox/site/app/data/superjson.ts';

/** A payload in the encoding that this server pod uses (site-facts.md B.6). */
export function encodePayload(value: unknown, encoding: Settings['trpcEncoding']): unknown {
  return encoding === 'devalue' ? stringify(value) : toSuperjson(value);
}

/** The dehydrated state of a direct load: the one query that the model page prefetches, if that succeeded. */
export function dehydrate(model: ModelData | undefined, now: number, encoding: Settings['trpcEncoding']): unknown {
  const queries = model ? [modelQuery(model, now)] : [];
  return encodePayload({ mutations: [], queries }, encoding);
}

function modelQuery(model: ModelData, now: number) {
  const queryKey = [['model', 'getById'], { input: { id: model.id, excludeTrainingData: true }, type: 'query' }];
  return {
    state: {
      data: model,
      dataUpdateCount: 1,
      dataUpdatedAt: now,
      error: null,
      errorUpdateCount: 0,
      errorUpdatedAt: 0,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      fetchMeta: null,
      isInvalidated: false,
      status: 'success',
      fetchStatus: 'idle',
    },
    queryKey,
    queryHash: JSON.stringify(queryKey),
  };
}
