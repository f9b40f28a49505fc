import { describe, expect, it } from 'vitest';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { html, json } from '@/tests/unit/background/api/fake-fetch';
import { model, version } from '@/tests/unit/background/api/ids';
import { type Answer, createTestLookUp, MODEL, notFound, siteWith, VERSION } from './fake-site';

describe('how often the site is asked', () => {
  it('once for all who ask at the same moment', async () => {
    const { lookUp, asked } = createTestLookUp(siteWith({}));
    const answers = await Promise.all([
      lookUp.versionAvailability(version(7)),
      lookUp.versionAvailability(version(7)),
      lookUp.modelVersions(model(5)),
    ]);
    expect(answers[1]).toEqual(answers[0]);
    expect(asked().sort()).toEqual(['model-versions/7', 'models/5']);
  });

  it('again after 5 minutes, and after the clock was set back', async () => {
    const { lookUp, asked, clock } = createTestLookUp(siteWith({}));
    await lookUp.modelVersions(model(5));
    clock.now += 5 * 60_000 - 1;
    await lookUp.modelVersions(model(5));
    expect(asked()).toHaveLength(1);
    clock.now += 1;
    await lookUp.modelVersions(model(5));
    expect(asked()).toHaveLength(2);
    clock.now -= 60_000;
    await lookUp.modelVersions(model(5));
    expect(asked()).toHaveLength(3);
  });

  it('again after a failure', async () => {
    const answers: Record<string, Answer> = { 'models/5': () => html(500) };
    const { lookUp } = createTestLookUp(answers);
    expect((await lookUp.modelVersions(model(5))).ok).toBe(false);
    answers['models/5'] = notFound;
    expect((await lookUp.modelVersions(model(5))).ok).toBe(false);
    answers['models/5'] = () => json(MODEL);
    expect((await lookUp.modelVersions(model(5))).ok).toBe(true);
  });

  it('with two requests at a time at most', async () => {
    let running = 0;
    let most = 0;
    const slow = (body: unknown) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 2));
      running -= 1;
      return json(body);
    };
    const ids = [1, 2, 3, 4, 5, 6];
    const answers = Object.fromEntries(ids.map(id => [`models/${id}`, slow({ ...MODEL, id })]));
    const { lookUp } = createTestLookUp(answers);
    const found = await Promise.all(ids.map(id => lookUp.modelVersions(model(id))));
    expect(found.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(2);
  });

  it('and the last one asked for goes next: a press doesn’t wait for what a page asked for before', async () => {
    const gate = createGate();
    const held = async () => {
      await gate.opened;
      return json(MODEL);
    };
    const ids = Array.from({ length: 100 }, (_, at) => at + 1);
    const { lookUp, asked } = createTestLookUp(Object.fromEntries(ids.map(id => [`models/${id}`, held])));
    const flood = Promise.all(ids.map(id => lookUp.modelVersions(model(id))));
    const pressed = lookUp.modelVersions(model(500));
    gate.open();
    await Promise.all([pressed, flood]);
    expect(asked().indexOf('models/500')).toBe(2);
  });
});

describe('many versions at once', () => {
  const both = [
    { versionId: version(7), modelId: model(5) },
    { versionId: version(9), modelId: model(6) },
  ];
  const other = (changes: object) => ({
    ...MODEL,
    id: 6,
    name: 'Other',
    modelVersions: [{ id: 9, name: 'v1', availability: 'Public', files: VERSION.files }],
    ...changes,
  });
  const site = (items: object[]): Record<string, Answer> => ({
    ...siteWith({}),
    models: () => json({ items }),
    'model-versions/9': () => json({ ...VERSION, id: 9, modelId: 6 }),
    'models/6': () => json(other({})),
  });
  const availabilities = async (answers: Record<string, Answer>) => {
    const { lookUp, asked } = createTestLookUp(answers);
    const results = await lookUp.availabilities(both);
    return { found: results.map(each => (each.ok ? each.value.availability : each.problem.kind)), asked: asked() };
  };

  it('ask about their models together', async () => {
    const { found, asked } = await availabilities(site([MODEL, other({})]));
    expect(found).toEqual(['everyone', 'everyone']);
    expect(asked).toEqual(['models?ids=5,6&nsfw=true&archived=true&limit=100', 'model-versions/7', 'model-versions/9']);
  });

  it('ask no more where the list says what stands in the way', async () => {
    const { found, asked } = await availabilities(site([MODEL, other({ mode: 'Archived' })]));
    expect(found).toEqual(['everyone', 'archived']);
    expect(asked).not.toContain('model-versions/9');
  });

  it('take the list’s silence for nothing, and its failure neither', async () => {
    expect((await availabilities(site([MODEL]))).found).toEqual(['everyone', 'everyone']);
    const broken = { ...site([]), models: () => html(502) };
    expect((await availabilities(broken)).found).toEqual(['everyone', 'everyone']);
  });

  it('fail one by one', async () => {
    const answers = { ...site([MODEL, other({})]), 'model-versions/9': () => html(502) };
    expect((await availabilities(answers)).found).toEqual(['everyone', 'site-error']);
  });
});
