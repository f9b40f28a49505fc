/** The site's names for its types of models where they differ from the API's (site-facts.md F.2). */
const NAMES: { readonly [Type in string]?: string } = {
  LORA: 'LoRA',
  LoCon: 'LyCORIS',
  TextualInversion: 'Embedding',
  AestheticGradient: 'Aesthetic gradient',
  Controlnet: 'ControlNet',
  MotionModule: 'Motion module',
  TextEncoder: 'Text encoder',
  CLIPVision: 'CLIP Vision',
  ComfyWorkflows: 'Comfy workflow',
  VisionLanguage: 'Vision language model',
  Workflows: 'Workflow',
  Wildcards: 'Wildcard',
  Poses: 'Pose',
};

/** The name of a model type, in the plural for every `count` but one. An unknown type is shown as it is. */
export function typeWords(type: string, count = 1): string {
  const name = NAMES[type] ?? (type === '' ? 'Without a type' : type);
  return count === 1 || type === '' || type === 'Other' || type === 'Detection' ? name : `${name}s`;
}
