import type { VaultItem } from '@/utils/vault/vault-item';

/** The families that the documentation names (developer.civitai.com, "AIR identifiers"), by the start of the base model. */
const ECOSYSTEMS: readonly (readonly [start: RegExp, ecosystem: string])[] = [
  [/^SD 1\./, 'sd1'],
  [/^SD 2\./, 'sd2'],
  [/^SD 3/, 'sd3'],
  // Its own example, an Illustrious checkpoint, is "sdxl": everything that descends from it is.
  [/^(?:SDXL|Pony$|Illustrious|NoobAI)/, 'sdxl'],
  [/^Flux\.1/, 'flux1'],
];

const TYPES: Readonly<Record<string, string>> = {
  Checkpoint: 'checkpoint',
  TextualInversion: 'embedding',
  Hypernetwork: 'hypernet',
  LORA: 'lora',
  LoCon: 'lycoris',
  DoRA: 'dora',
  Controlnet: 'controlnet',
  Upscaler: 'upscaler',
  VAE: 'vae',
};

/** `baseModel`, `type`: absent where this browser has not read them yet. */
type Identified = Pick<VaultItem, 'modelId' | 'modelVersionId'> & Partial<Pick<VaultItem, 'baseModel' | 'type'>>;

/**
 * The version's AI Resource Identifier. Where the documentation has no word for the ecosystem or the type, both are left out, as it
 * allows: `urn:air:civitai:827184@2514310`.
 */
export function airOf({ baseModel = '', type = '', modelId, modelVersionId }: Identified): string {
  const ecosystem = ECOSYSTEMS.find(([start]) => start.test(baseModel))?.[1];
  const kind = TYPES[type];
  const scope = ecosystem !== undefined && kind !== undefined ? `${ecosystem}:${kind}:` : '';
  return `urn:air:${scope}civitai:${modelId}@${modelVersionId}`;
}
