import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { createWorld } from '@/sandbox/create-world.ts';
import { askDocument } from './ask.ts';

const { wai } = landmarks;
const WAI = `/models/${wai.modelId}/wai-illustrious-sdxl`;
function listOf(document: Awaited<ReturnType<typeof askDocument>>['document']) {
  const left = document.querySelector('button[aria-label="Scroll versions left"]');
  const list = left?.closest('.mantine-ScrollArea-root');
  const buttons = [...(list?.querySelectorAll('button.mantine-Button-root[data-size="compact-sm"]') ?? [])];
  return { list, buttons, names: buttons.map(button => button.textContent) };
}

describe('the version list (site-facts.md B.1)', () => {
  it('has a button for each of twelve versions, in creator order, and both scroll buttons', async () => {
    const world = createWorld();
    const { document } = await askDocument(world, WAI);
    const { list, names } = listOf(document);
    expect(names).toEqual(world.catalogue.findModel(wai.modelId)?.versions.map(({ name }) => name));
    expect(names).toHaveLength(12);
    expect(list?.querySelector('button[aria-label="Scroll versions right"]')).not.toBeNull();
  });

  it('names no version: no id, no address, no data attribute', async () => {
    const { document } = await askDocument(createWorld(), WAI, { account: 'small' });
    const { list } = listOf(document);
    const markup = list?.outerHTML ?? '';
    expect(markup).not.toBe('');
    for (const id of wai.versionIds) expect(markup).not.toContain(String(id));
    expect(markup).not.toMatch(/\shref=|\sid=/);
  });

  it('tells the active version by the inline variable alone', async () => {
    const { document } = await askDocument(createWorld(), `${WAI}?modelVersionId=${wai.versionIds[2]}`);
    const active = listOf(document).buttons.filter(button => button.getAttribute('style')?.includes('blue-filled'));
    expect(active.map(button => button.textContent)).toEqual(['v14.0']);
    expect(active[0]?.getAttribute('data-variant')).toBe('filled');
  });

  it('uses the light variant for the others by day', async () => {
    const { document } = await askDocument(createWorld(), WAI, { cookies: { 'mantine-color-scheme': 'light' } });
    const variants = listOf(document).buttons.map(button => button.getAttribute('data-variant'));
    expect(variants).toEqual(['filled', ...Array.from({ length: 11 }, () => 'light')]);
  });

  it('shows what the public API leaves out, and not what is unpublished', async () => {
    const world = createWorld();
    const twin = await askDocument(world, `/models/${landmarks.hiddenTwin.modelId}/hidden-twin`);
    expect(listOf(twin.document).names).toEqual(['v3.0', 'v2.0', 'v2.0', 'v1.5', 'v1.0']);
    const partly = await askDocument(world, `/models/${landmarks.unpublishedVersion.modelId}/partly-withdrawn`);
    expect(listOf(partly.document).names).toEqual(['v3.0', 'v1.0']);
  });

  it('sets a bolt beside an early-access version', async () => {
    const { document } = await askDocument(createWorld(), `/models/${landmarks.earlyAccess.modelId}/early-bird`);
    const groups = listOf(document).buttons.map(button => button.parentElement);
    expect(groups.map(group => group?.querySelectorAll('.mantine-ThemeIcon-root').length)).toEqual([1, 0]);
  });

  it("wraps an owner's versions in a group with a menu", async () => {
    const to = `/models/${landmarks.ownPrivate.modelId}/own-private-model`;
    const { document } = await askDocument(createWorld(), to, { account: 'small' });
    expect(listOf(document).buttons[0]?.parentElement?.className).toContain('mantine-ButtonGroup-group');
  });
});
