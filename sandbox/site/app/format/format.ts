const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Nov 2, 2026`, in UTC, so that server and browser say the same. */
export function formatDate(date: Date): string {
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

/** `537.3K`, as the site shortens counts. */
export function abbreviate(count: number): string {
  if (count >= 1_000_000) return `${trim(count / 1_000_000)}M`;
  if (count >= 1_000) return `${trim(count / 1_000)}K`;
  return String(count);
}

function trim(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

/** `45,210`. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** KB of 1,024 bytes as the site writes them: `6.46 GB`. */
export function formatKb(sizeKb: number): string {
  if (sizeKb < 1) return '0 KB';
  const units = ['KB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log(sizeKb) / Math.log(1024)), units.length - 1);
  return `${Number((sizeKb / 1024 ** power).toFixed(2))} ${units[power]}`;
}

/** The site's strict slug; it may be empty (site-facts.md 0). */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** `/models/{id}/{slug}?modelVersionId={version}` in the cases of site-facts.md 0. */
export function modelUrl(id: number, name?: string, versionId?: number): string {
  const slug = name ? slugify(name) : '';
  return `/models/${id}${slug ? `/${slug}` : ''}${versionId ? `?modelVersionId=${versionId}` : ''}`;
}

/** Two letters for an avatar. */
export function initials(name: string): string {
  return name.slice(0, 2).toUpperCase();
}

/** How the site writes a model type. */
export function typeLabel(type: string): string {
  const labels: { [type: string]: string } = {
    LORA: 'LoRA',
    LoCon: 'LyCORIS',
    TextualInversion: 'Embedding',
    MotionModule: 'Motion',
  };
  return labels[type] ?? type;
}

/** The base model's short name on a card's chip. */
export function baseModelLabel(baseModel: string): string {
  const labels: { [name: string]: string } = {
    Illustrious: 'IL',
    'SD 1.5': 'SD1',
    'SDXL 1.0': 'XL',
    'Flux.1 D': 'F1',
    Pony: 'PONY',
    NoobAI: 'NAI',
  };
  return labels[baseModel] ?? baseModel;
}
