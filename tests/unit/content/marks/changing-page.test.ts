// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models" }
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FIXTURES } from '@/tests/unit/content/surfaces/fixtures';
import { drawn, knowModel, page, resetWorld, said, show, world } from './page-stage';

beforeEach(resetWorld);

describe('marks of a page that changes', () => {
  it('follow a link that changes in place, on the same element', () => {
    const [link] = show(FIXTURES.card);
    knowModel(77, 'pending');
    const [before] = drawn();
    link?.setAttribute('href', '/models/77/other');
    page.marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(said()).toEqual([['pending', '77', undefined]]);
    expect(drawn()[0]).toBe(before);
    link?.setAttribute('href', '/images/1');
    page.marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(drawn()).toEqual([]);
  });

  it('go when a card is emptied, and come back once when it is filled', () => {
    const [link] = show(FIXTURES.card);
    const content = link?.parentElement;
    const inside = [...(content?.childNodes ?? [])];
    content?.replaceChildren();
    page.marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(drawn()).toEqual([]);
    content?.replaceChildren(...inside);
    page.marks.linksChanged({ links: link ? [link] : [], removedMarks: [] });
    expect(drawn()).toHaveLength(1);
  });

  it('stand there once where the page puts a card back that it has taken out', () => {
    const links = show(FIXTURES.card);
    const cards = [...document.body.children];
    document.body.replaceChildren();
    page.marks.linksChanged({ links, removedMarks: [] });
    document.body.replaceChildren(...cards);
    page.marks.linksChanged({ links, removedMarks: [] });
    expect(drawn()).toHaveLength(1);
    expect(document.querySelectorAll('span[data-vaulted-kind]')).toHaveLength(1);
  });

  it('come back where the page removes them, a few times, and then stay away', async () => {
    show(FIXTURES.card);
    for (let n = 0; n < 30; n++) {
      const [host] = drawn();
      host?.remove();
      page.marks.linksChanged({ links: [], removedMarks: host ? [host] : [] });
      if (n === 0) expect(drawn()).toHaveLength(1);
    }
    page.marks.update();
    expect(drawn()).toEqual([]);
    await vi.waitFor(() => expect(world.gaveUp).toHaveBeenCalledTimes(1));
  });

  it('leave a link of text alone where the page keeps taking its style away', async () => {
    const [link] = show(FIXTURES.text);
    if (!link) throw new Error('no link');
    for (let time = 0; time < 10; time += 1) {
      link.removeAttribute('data-vaulted');
      page.marks.linksChanged({ links: [link], removedMarks: [] });
      expect(link.hasAttribute('data-vaulted')).toBe(true);
    }
    link.removeAttribute('data-vaulted');
    page.marks.linksChanged({ links: [link], removedMarks: [] });
    expect(link.hasAttribute('data-vaulted')).toBe(false);
    await vi.waitFor(() => expect(world.gaveUp).toHaveBeenCalledTimes(1));
  });
});
