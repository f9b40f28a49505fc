// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createTooltip } from '@/entrypoints/civitai.content/dom/parts';

it('a tooltip is there while the pointer is, and says the newest', () => {
  const button = document.createElement('button');
  const tip = createTooltip(button);
  const titles: (string | null)[] = [];
  const look = () => titles.push(button.getAttribute('title'));
  tip('In vault');
  look();
  button.dispatchEvent(new PointerEvent('pointerenter'));
  look();
  tip('Removing');
  look();
  button.dispatchEvent(new PointerEvent('pointerleave'));
  look();
  expect(titles).toEqual([null, 'In vault', 'Removing', null]);
});
