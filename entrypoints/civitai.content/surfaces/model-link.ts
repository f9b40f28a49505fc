/** Every link that may lead to a model or name a version. What it really leads to, its address tells (utils/civitai-url.ts). */
export const MODEL_LINK = 'a[href*="/models/"], a[href*="/model-versions/"]';
