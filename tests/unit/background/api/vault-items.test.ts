import { describe, expect, it } from 'vitest';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import { model, version } from './ids';
import { answering, eleven, ITEM, READ, twelve } from './vault-answers';

describe('check', () => {
  it('names each id once, and asks nothing for none', async () => {
    const { api, fetch } = answering([]);
    await api.check([eleven, twelve, eleven]);
    expect(await api.check([])).toEqual({ ok: true, value: new Map() });
    expect(fetch.sent.map(({ url }) => url)).toEqual([
      'https://civitai.com/api/v1/vault/check-vault?modelVersionIds=11,12',
    ]);
  });

  it('takes 100 ids and refuses 101', async () => {
    const { api, fetch } = answering([]);
    const ids = Array.from({ length: 101 }, (_, index) => version(index + 1));
    expect((await api.check(ids.slice(0, 100))).ok).toBe(true);
    expect(await api.check(ids)).toMatchObject({ ok: false, sent: 'no' });
    expect(fetch.sent).toHaveLength(1);
  });

  it('reads rows and nulls; what was not answered stays unknown, what was not asked is ignored', async () => {
    const { api } = answering([
      { modelVersionId: 11, vaultItem: ITEM },
      { modelVersionId: 99, vaultItem: null },
      { modelVersionId: 0, vaultItem: null },
    ]);
    expect(await api.check([eleven, twelve])).toEqual({ ok: true, value: new Map([[11, READ]]) });
  });

  it('an entry that says nothing, or shows the row of another version, is no answer', async () => {
    const { api } = answering([{ modelVersionId: 11 }, { modelVersionId: 12, vaultItem: ITEM }]);
    expect(await api.check([eleven, twelve])).toEqual({ ok: true, value: new Map() });
  });

  it.each([[[ITEM, null]], [[null, ITEM]]])('of two entries for one id the row counts', async items => {
    const { api } = answering(items.map(vaultItem => ({ modelVersionId: 11, vaultItem })));
    expect(await api.check([eleven])).toEqual({ ok: true, value: new Map([[11, READ]]) });
  });

  it('a row that cannot be read is not "not in the vault"', async () => {
    const { api } = answering([{ modelVersionId: 11, vaultItem: { id: 'x' } }]);
    expect(await api.check([eleven])).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});

describe('a vault item', () => {
  async function read(changes: object) {
    const { api } = answering({ items: [{ ...ITEM, ...changes }], totalItems: 1 });
    const page = await api.list({});
    return page.ok ? page.value.items[0] : page.problem;
  }

  it('may carry fields that we do not know, and a cover', async () => {
    expect(await read({ extra: { deep: 1 }, coverImageUrl: 'https://cover.example/1' })).toEqual({
      ...READ,
      coverImageUrl: 'https://cover.example/1',
    });
  });

  it('has names of at most 512 characters, never with half a character at their end', async () => {
    const long = await read({ modelName: 'x'.repeat(1_000_000), versionName: `${'x'.repeat(510)}🍵${'x'.repeat(9)}` });
    expect(long).toMatchObject({ modelName: `${'x'.repeat(511)}…`, versionName: `${'x'.repeat(510)}…` });
    expect(await read({ creatorName: 'x'.repeat(512) })).toMatchObject({ creatorName: 'x'.repeat(512) });
  });

  it('has whole notes up to 64 KB, and says where longer ones are cut', async () => {
    expect(await read({ notes: 'n'.repeat(65_536) })).toEqual({ ...READ, notes: 'n'.repeat(65_536) });
    expect(await read({ notes: 'n'.repeat(65_537) })).toEqual({ ...READ, notes: 'n'.repeat(65_536), isNotesCut: true });
  });

  it('has at most 200 files, and says how many more there are', async () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, id) => ({ id, sizeKB: 1, displayName: `File ${id}` }));
    const [most, more] = [await read({ files: files(200) }), await read({ files: files(100_000) })];
    expect(most).not.toHaveProperty('moreFiles');
    expect(more).toEqual({ ...most, moreFiles: 99_800 });
  });

  it('has no cover whose address is no address', async () => {
    expect(await read({ coverImageUrl: `https://civitai.com/${'x'.repeat(4_096)}` })).toEqual(READ);
  });

  it('may have a status that we do not know', async () => {
    expect(await read({ status: 'Refreshing' })).toEqual({ ...READ, status: 'Refreshing' });
  });

  it('does not need more than its ids', async () => {
    const { api } = answering([{ modelVersionId: 11, vaultItem: { id: 1, modelVersionId: 11, modelId: 5 } }]);
    const found = await api.check([eleven]);
    const item = found.ok ? found.value.get(eleven) : undefined;
    expect(item).toEqual({
      id: 1,
      status: 'Stored',
      modelVersionId: 11,
      modelId: 5,
      modelName: '',
      versionName: '',
      creatorName: '',
      type: '',
      baseModel: '',
      category: '',
      modelSizeKb: 0,
      detailsSizeKb: 0,
      imagesSizeKb: 0,
      failures: 0,
      files: [],
    });
  });

  it.each([
    [
      { notes: 'keep', refreshedAt: '2025-05-01T00:00:00Z' },
      { notes: 'keep', refreshedAt: '2025-05-01T00:00:00Z' },
    ],
    [
      { creatorName: null, category: null },
      { creatorName: '', category: '' },
    ],
    [{ meta: null }, { failures: 0 }],
    [{ meta: 'x', notes: 7 }, { failures: 0 }],
    [{ files: null }, { files: [] }],
    [{ files: [{ id: 'x' }, { id: 2 }] }, { files: [{ id: 2, sizeKb: 0, displayName: '' }] }],
  ])('reads %o', async (changes, expected) => {
    expect(await read(changes)).toEqual({ ...READ, ...expected });
  });

  it.each([{ id: null }, { id: 1.5 }, { modelVersionId: 0 }, { modelVersionId: 2_147_483_648 }, { modelId: '5' }])(
    'is unreadable with %o',
    async changes => {
      expect(await read(changes)).toEqual({ kind: 'unreadable' });
    },
  );

  it('counts with everything that is kept of it', () => {
    expect(sizeOfItemKb({ ...READ, modelVersionId: eleven, modelId: model(5) })).toBe(6775430 + 12 + 4096);
  });
});
