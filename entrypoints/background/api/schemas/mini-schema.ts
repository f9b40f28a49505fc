import * as z from 'zod/mini';
import { gate, isGated } from './public-schemas';
import { count, known, someText, text } from './tolerant';

/** Name and size of one version, cheaply (site-facts.md G.4). */
export type MiniVersion = {
  versionName: string;
  modelName?: string;
  sizeKb?: number;
  isGated: boolean;
  isPrivate: boolean;
};

/** The answer of `model-versions/mini/{id}`. */
export const miniAnswer = z.pipe(
  z.object({ modelName: text, versionName: someText, size: count, ...gate }),
  z.transform(
    (wire): MiniVersion => ({
      isGated: isGated(wire),
      isPrivate: wire.availability === 'Private',
      versionName: wire.versionName,
      ...known({ modelName: wire.modelName, sizeKb: wire.size }),
    }),
  ),
);
