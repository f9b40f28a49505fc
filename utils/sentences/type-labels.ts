import { t, tn } from '@/utils/texts/texts';

/** Types of models, as the API names them, that have a name of ours. Elsewhere the API's name is shown (site-facts.md F.2). */
const NAMED = [
  'AestheticGradient',
  'CLIPVision',
  'Checkpoint',
  'ComfyWorkflows',
  'Controlnet',
  'Detection',
  'DoRA',
  'Hypernetwork',
  'LORA',
  'LoCon',
  'MotionModule',
  'Other',
  'Poses',
  'TextEncoder',
  'TextualInversion',
  'UNet',
  'Upscaler',
  'VAE',
  'VisionLanguage',
  'Wildcards',
  'Workflows',
] as const;
/** Those of which the popup says how many would fit. */
const COUNTED = ['Checkpoint', 'DoRA', 'LORA', 'LoCon', 'TextualInversion', 'Upscaler', 'VAE'] as const;

/** The name of a model type. A type that the site adds later is shown as it is. */
export function typeLabel(type: string): string {
  if (type === '') return t('type.none');
  const named = NAMED.find(each => each === type);
  return named ? t(`type.${named}`) : type;
}

/** A number of versions of a type: "7 LoRAs". */
export function countOfType(type: string, count: number): string {
  const counted = COUNTED.find(each => each === type);
  return counted ? tn(`type-count.${counted}`, count) : tn('type-count.any', count, { type: typeLabel(type) });
}
