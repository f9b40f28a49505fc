import { describe, expect, it } from 'vitest';
import { linkedVersion, parseModelLink, parseModelPage } from '@/utils/civitai/civitai-url';

const BASE = 'https://civitai.com/models';

describe('parseModelPage', () => {
  it.each([
    ['/models/827184', { modelId: 827184 }],
    ['/models/827184/', { modelId: 827184 }],
    ['/models/827184/wai-illustrious-sdxl', { modelId: 827184 }],
    ['/models/827184/slug?modelVersionId=2514310', { modelId: 827184, versionId: 2514310 }],
    ['https://civitai.red/models/1?modelVersionId=2&dialog=hiddenComments', { modelId: 1, versionId: 2 }],
    // A malformed version counts as absent, the model stays what it is.
    ['/models/1?modelVersionId=0', { modelId: 1 }],
    ['/models/1?modelVersionId=-1', { modelId: 1 }],
    ['/models/1?modelVersionId=1e3', { modelId: 1 }],
    ['/models/1?modelVersionId=99999999999', { modelId: 1 }],
    ['/models/1?modelVersionId=1,abc', { modelId: 1 }],
    ['/models/1?modelVersionId=', { modelId: 1 }],
    ['/models/1?modelVersionId=0x10', { modelId: 1 }],
    ['/models/1?modelVersionId=2147483648', { modelId: 1 }],
    ['/models/1?modelVersionId=1.5', { modelId: 1 }],
    ['/models/1?modelVersionId=%207', { modelId: 1 }],
    ['/models/1?modelVersionId=٣', { modelId: 1 }],
    ['/models/1?modelVersionId=abc', { modelId: 1 }],
    ['/models/1?modelVersionId=NaN', { modelId: 1 }],
    ['/models/1?modelVersionId=1%2C2', { modelId: 1 }],
    ['/models/1?modelVersionId=1%252C2', { modelId: 1 }],
  ])('reads %s', (href, expected) => {
    expect(parseModelPage(href, BASE)).toEqual(expected);
  });

  it.each([
    '/models',
    '/models/create',
    '/models/train?modelId=1',
    '/models/license/5',
    '/models/1/edit',
    '/models/1/wizard',
    '/models/1/reviews?modelVersionId=2',
    '/models/1/model-versions/2/edit',
    '/models/0',
    '/models/-1',
    '/models/1e3',
    '/models/99999999999',
    '/models/1,abc',
    '/3d-models/12/chair',
    '/images/12',
    'https://civitai.com.evil.example/models/1',
    'https://civitai.blue/models/1',
    'http://civitai.com/models/1',
    'javascript:alert(1)',
    'https://',
  ])('takes %s for no model page', href => {
    expect(parseModelPage(href, BASE)).toBeUndefined();
  });
});

describe('linkedVersion', () => {
  it.each([
    ['/models/1/slug?modelVersionId=2514310', 2514310],
    ['/models/1/reviews?modelVersionId=7', 7],
    ['/model-versions/9', 9],
    ['/api/download/models/11?type=Model&format=SafeTensor', 11],
    ['https://civitai.red/models/1?modelVersionId=2147483647', 2147483647],
  ])('finds the version of %s', (href, expected) => {
    expect(linkedVersion(href, BASE)).toBe(expected);
  });

  it.each([
    '/models/1',
    '/models/1?modelVersionId=2147483648',
    '/models/1?modelVersionId=99999999999',
    '/models/1?modelVersionId=0x10',
    '/models/1?modelVersionId=1e3',
    '/api/download/models/-1',
    '/api/download/models/abc',
    '/3d-models/1?modelVersionId=5',
    '/images?modelVersionId=5',
    'https://example.com/models/1?modelVersionId=5',
  ])('finds none in %s', href => {
    expect(linkedVersion(href, BASE)).toBeUndefined();
  });
});

describe('parseModelLink', () => {
  it.each([
    '/models/827184/wai-illustrious-sdxl',
    '/models/827184',
    '/models/1/edit',
    '/models/1/reviews',
    '/models/0/zero',
    '/models/99999999999/too-large',
    '/models/12/slug?modelVersionId=5',
    '/models/license/5',
  ])('reads %s as the page that it leads to, by the short way or the long one', href => {
    expect(parseModelLink(href, BASE)).toEqual(parseModelPage(href, BASE));
  });

  it('ignores relative links on pages of other sites', () => {
    expect(parseModelLink('/models/12/slug', BASE)).toEqual({ modelId: 12 });
    expect(parseModelLink('/models/12/slug', 'https://example.com/')).toBeUndefined();
  });

  // site-facts.md "Seen on the second look": they are shaped like links to models.
  it.each([
    '/models/12/slug?dialog=hiddenComments&entityType=model&entityId=12',
    '/models/12/slug?modelVersionId=5&dialog=filesEdit',
    '/models/12/slug?dialog=filesEdit&modelVersionId=5',
  ])('takes %s for no model: it opens a dialog', href => {
    expect(parseModelLink(href, BASE)).toBeUndefined();
    expect(parseModelPage(href, BASE)).toMatchObject({ modelId: 12 });
  });

  it('reads the short address of a version', () => {
    expect(parseModelLink('/model-versions/7', BASE)).toEqual({ versionId: 7 });
  });
});
