// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLinkWatch, type Finding, type LinkWatch } from '@/entrypoints/civitai.content/site/finder';

const frame = () => new Promise<void>(resolve => requestAnimationFrame(() => resolve()));
/** Mutations are reported at the end of the task. */
const settle = async () => {
  await new Promise(resolve => setTimeout(resolve, 0));
  await frame();
  await frame();
};

let ending: AbortController;
let findings: Finding[];
let watch: LinkWatch;

beforeEach(async () => {
  document.body.innerHTML = '<div id="old"><a id="first" href="/models/1/one">One</a></div>';
  ending = new AbortController();
  findings = [];
  watch = createLinkWatch(finding => findings.push(finding), { isReady: () => true }, ending.signal);
  watch.start();
  await settle();
});
afterEach(() => ending.abort());

const ids = () => findings.flatMap(({ links }) => links.map(link => link.id));

function add(html: string): Element {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.append(box);
  return box;
}

describe('createLinkWatch', () => {
  it('begins with what is there', () => {
    expect(ids()).toEqual(['first']);
  });

  it('reports links that come, at any depth, together', async () => {
    findings = [];
    add('<p><a id="a" href="/models/2/x">x</a></p>');
    add('<p><a id="b" href="https://civitai.red/model-versions/3">y</a><a id="no" href="/images/4">z</a></p>');
    await settle();
    expect(findings).toHaveLength(1);
    expect(ids()).toEqual(['a', 'b']);
  });

  it('reports links whose address changes in place, and those that go', async () => {
    findings = [];
    document.getElementById('first')?.setAttribute('href', '/models/9/other');
    await settle();
    expect(ids()).toEqual(['first']);
    findings = [];
    document.getElementById('old')?.remove();
    await settle();
    expect(ids()).toEqual(['first']);
    expect(findings[0]?.links[0]?.isConnected).toBe(false);
  });

  it('reports neither text nor other attributes', async () => {
    findings = [];
    const link = document.getElementById('first');
    link?.setAttribute('class', 'x');
    if (link) link.textContent = 'another';
    await settle();
    expect(findings).toEqual([]);
  });

  it('reports no mark that Vaulted adds, but marks and attributes that the page removes', async () => {
    findings = [];
    const mark = document.createElement('span');
    mark.dataset.vaultedKind = 'card';
    document.getElementById('old')?.append(mark);
    document.getElementById('first')?.setAttribute('data-vaulted', 'in');
    await settle();
    expect(findings).toEqual([]);
    mark.remove();
    document.getElementById('first')?.removeAttribute('data-vaulted');
    await settle();
    expect(findings.flatMap(({ removedMarks }) => removedMarks)).toEqual([mark]);
    expect(ids()).toEqual(['first']);
  });

  it('loses nothing that the page changed in the same turn as Vaulted drew', async () => {
    findings = [];
    add('<a id="before" href="/models/5/x">x</a>');
    watch.unseen(() => document.getElementById('first')?.removeAttribute('data-vaulted'));
    add('<a id="after" href="/models/6/x">x</a>');
    await settle();
    expect(findings.map(({ links }) => links.map(link => link.id))).toEqual([['before'], ['after']]);
  });

  it('does not query the page again', async () => {
    const query = vi.spyOn(document, 'querySelectorAll');
    add('<a href="/models/5/x">x</a>');
    await settle();
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
  });

  it('stops with its signal', async () => {
    ending.abort();
    findings = [];
    add('<a href="/models/5/x">x</a>');
    await settle();
    expect(findings).toEqual([]);
  });
});
