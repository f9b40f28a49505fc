import type { World } from '@/sandbox/sandbox.ts';
import { createTextWriter, someVersions, type Text } from './rich-text.ts';

type Article = { id: number; username: string; title: string; text: Text };
type Comment = { id: number; username: string; text: Text };

const TITLES = ['My ten favourite styles', 'How to mix two checkpoints', 'Training a character, step by step'];
const LAST_ARTICLE = 9;

/** Links of every kind that people write into an article (site-facts.md 0, A.1); some lead to no model. */
function articleText(world: World, id: number): Text {
  const [a, b, c, d, e, f, g] = someVersions(world, id, 7);
  if (!a || !b || !c || !d || !e || !f || !g) return { html: '', links: [] };
  const link = createTextWriter(world);
  const html = [
    `<h2>Start with ${link.version(a)}</h2>`,
    `<p>It goes well with ${link.model(b)} and, if you like it softer, ${link.version(c, 'https://civitai.red')}. `,
    `The <em>older</em> one is ${link.version(d, 'https://www.civitai.com', { slug: false })}.</p>`,
    `<ul><li>${link.version(e, '', { tail: '&utm_source=feed' })}</li>`,
    `<li>${link.short(f)}</li><li>${link.model(g, 'https://www.civitai.red')}</li>`,
    `<li>${link.version(a, 'https://civitai.com', { tail: '#gallery' })} once more</li></ul>`,
    `<p>No models: ${link.other(`https://example.com/models/${a.modelId}?modelVersionId=${a.id}`, 'a mirror')}, `,
    `${link.other(`https://civitai.com/models/${b.modelId}/reviews?modelVersionId=${b.id}`, 'its reviews')}, `,
    `${link.other(`/models/${c.modelId}?dialog=commentThread&commentId=1`, 'a comment')}, `,
    `${link.other('https://civitai.com/models/license/1830401', 'the licence')}, `,
    `${link.other('/3d-models/1830401/a-chair', 'a chair')}, ${link.other('https://civitai.com/models', 'all models')}.</p>`,
    `<p>A long line so that a link breaks: ${'words and more words before it '.repeat(4)}${link.version(b)}.</p>`,
  ].join('');
  return link.finish(html);
}

/** Article `id`, 1 to 9; undefined: there is none. */
export function articleOf(world: World, id: number): Article | undefined {
  if (!Number.isInteger(id) || id < 1 || id > LAST_ARTICLE) return undefined;
  const title = TITLES[id % TITLES.length] ?? 'An article';
  return { id, username: `studio_${id}`, title, text: articleText(world, id) };
}

/** What people wrote below the model or article with this id. */
export function commentsOf(world: World, aboutId: number): Comment[] {
  const [a, b, c] = someVersions(world, aboutId, 3);
  if (!a || !b || !c) return [];
  const texts = [
    (link: ReturnType<typeof createTextWriter>) => `<p>I use it with ${link.version(a)}, works like a charm.</p>`,
    (link: ReturnType<typeof createTextWriter>) =>
      `<p>Is this the same as ${link.model(b, 'https://civitai.red')}? See ${link.other('https://example.com/', 'here')}.</p>`,
    () => '<p>Thank you!</p>',
    (link: ReturnType<typeof createTextWriter>) => `<p>${link.version(c, '', { slug: false })}</p>`,
  ];
  return texts.map((write, index) => {
    const link = createTextWriter(world);
    const html = write(link);
    return { id: aboutId * 10 + index, username: `studio_${(aboutId + index) % 37}`, text: link.finish(html) };
  });
}
