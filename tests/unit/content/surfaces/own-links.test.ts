// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models/12/amber" }
import { describe, expect, it } from 'vitest';
import { ownLinksOf } from '@/entrypoints/civitai.content/surfaces/model-page';
import { isModelId, type ModelId } from '@/utils/civitai/ids';

function modelId(value: number): ModelId {
  if (!isModelId(value)) throw new Error('not an id');
  return value;
}

const OWN = '<a href="/api/download/models/34?fileId=5">Download</a>';
// site-facts.md A.1, required components: the link names the version of another model, an icon downloads it.
const REQUIRED = `
  <div><a href="/models/99/vae?modelVersionId=77">VAE</a><a href="/api/download/models/77" aria-label="Download"></a></div>`;

describe('which version the page’s own links name', () => {
  it.each([
    ['its version', OWN, [34]],
    ['its version, once more beside what that requires', OWN + REQUIRED, [34]],
    ['nothing, where its own buttons have no address yet', `<a>Download</a>${REQUIRED}`, []],
    ['a version that the page itself links to', `<a href="/models/12/amber?modelVersionId=34">v2</a>${OWN}`, [34]],
    ['its version, by an address on the other domain', OWN.replace('"/', '"https://civitai.red/'), [34]],
    ['the version whose reviews it links to', '<a href="/models/12/reviews?modelVersionId=34">5 reviews</a>', [34]],
    ['nothing of another model’s reviews', '<a href="/models/112/reviews?modelVersionId=34">5 reviews</a>', []],
    ['each once', `${OWN}<a href="/models/12/reviews?modelVersionId=34">5 reviews</a>`, [34]],
    ['nothing that its creator wrote', `<p>Older: <a href="/api/download/models/33">v1</a></p>${OWN}`, [34]],
    ['nothing from elsewhere', OWN.replace('"/', '"https://example.com/'), []],
  ])('is %s', (_what, html, expected) => {
    document.body.innerHTML = html;
    expect(ownLinksOf(modelId(12))).toEqual(expected);
  });
});
