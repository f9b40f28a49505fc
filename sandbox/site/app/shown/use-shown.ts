import { type RefObject, useRef } from 'react';
import { useClientLayoutEffect } from '@/sandbox/site/app/hooks/layout.ts';
import { report, type Shown } from './registry.ts';

type What = Omit<Shown, 'linked' | 'versionId'> & { versionId?: number | undefined; linked?: boolean };

/**
 * Reports a component's model or version for as long as it is on screen. The answer is a ref for its element, unless
 * the caller has one. Null: nothing is shown.
 */
export function useShown<E extends Element>(what: What | null, given?: RefObject<E>): RefObject<E> {
  const own = useRef<E>(null);
  const ref = given ?? own;
  const { surface = '', modelId = 0, versionId, linked = true } = what ?? {};
  useClientLayoutEffect(() => {
    if (modelId === 0) return;
    const named = versionId === undefined ? {} : { versionId };
    return report({ surface, modelId, ...named, linked }, () => ref.current);
  }, [ref, surface, modelId, versionId, linked]);
  return ref;
}
