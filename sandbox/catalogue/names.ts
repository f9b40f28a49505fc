/** All values of the site's enum ModelType (site-facts.md F.2). */
export const MODEL_TYPES = [
  'Checkpoint',
  'TextualInversion',
  'Hypernetwork',
  'AestheticGradient',
  'LORA',
  'LoCon',
  'DoRA',
  'Controlnet',
  'Upscaler',
  'MotionModule',
  'VAE',
  'TextEncoder',
  'UNet',
  'CLIPVision',
  'Poses',
  'Wildcards',
  'Workflows',
  'ComfyWorkflows',
  'Detection',
  'VisionLanguage',
  'CLIP',
  'LLM',
  'Other',
] as const;

export const BASE_MODELS = [
  'Illustrious',
  'SDXL 1.0',
  'Flux.1 D',
  'Pony',
  'SD 1.5',
  'NoobAI',
  'Wan Video 14B t2v',
  'Qwen',
  'Other',
] as const;

/** Tags that count as a category; a model without one has the empty category. */
export const CATEGORIES = [
  'character',
  'style',
  'concept',
  'clothing',
  'base model',
  'tool',
  'background',
  '',
] as const;

const FIRST = [
  'Amber',
  'Cobalt',
  'Velvet',
  'Paper',
  'Neon',
  'Quiet',
  'Copper',
  'Glass',
  'Winter',
  'Solar',
  'Ink',
  'Moss',
];
const SECOND = [
  'Harbor',
  'Lantern',
  'Atlas',
  'Orchard',
  'Signal',
  'Meadow',
  'Circuit',
  'Canyon',
  'Drift',
  'Mosaic',
  'Tide',
];
const DECORATED = [
  '{} 🌸',
  '【{}】',
  '{} (ノ◕ヮ◕)ノ*:・゚✧',
  '{} — 改',
  '⚡{}⚡',
  '{} | Style & Light',
  '{} <v2> "final"',
  'نموذج {}',
];

/** Name of the `n`-th generated model: mostly plain, every sixth with what real names carry around. */
export function modelName(n: number, type: string): string {
  const first = FIRST[n % FIRST.length] ?? '';
  const second = SECOND[(n * 7 + Math.floor(n / 11)) % SECOND.length] ?? '';
  const plain = n % 4 === 0 ? `${first} ${second} ${type}` : `${first} ${second}`;
  const decoration = n % 6 === 5 ? DECORATED[Math.floor(n / 6) % DECORATED.length] : undefined;
  return decoration === undefined ? plain : decoration.replace('{}', plain);
}

const STYLES: ((step: number) => string)[] = [
  step => `v${step}.0`,
  step => `V${step}`,
  step => `v${step}.0 fp16`,
  step => `第${step}版`,
  step => `Epoch ${step * 4}`,
  step => (step === 1 ? 'initial' : `rev.${step} ✨`),
];

/** Name of the version that is `step`-th by age (1 is the oldest) in the `n`-th generated model. */
export function versionName(n: number, step: number): string {
  return STYLES[n % STYLES.length]?.(step) ?? `v${step}`;
}
