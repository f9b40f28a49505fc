/**
 * Every link that may lead to a model or name a version, and a few more: one short test for what is asked of every node that comes.
 * What a link really leads to, its address tells (utils/civitai-url.ts).
 */
export const MODEL_LINK = 'a[href*="/model"]';
