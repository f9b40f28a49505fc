import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { typeLabel } from './format.ts';

/** `{model} - {version} | …` (site-facts.md B.2). */
export function modelTitle(model: ModelData, version: VersionData | undefined): string {
  const name = version ? `${model.name} - ${version.name}` : model.name;
  return `${name} | ${version?.baseModel ?? ''} ${typeLabel(model.type)} | Civitai`;
}
