import type { Page, Protocol } from 'puppeteer-core';
import { until } from '@/tests/e2e/support/wait.ts';

/** How many compositor layers the page has now. `change` makes it paint another frame, because only a change is told. */
export async function countLayers(page: Page, change: () => Promise<void>): Promise<number> {
  const session = await page.createCDPSession();
  let layers: Protocol.LayerTree.Layer[] | undefined;
  session.on('LayerTree.layerTreeDidChange', event => {
    layers = event.layers ?? layers;
  });
  await session.send('DOM.enable');
  await session.send('LayerTree.enable');
  await change();
  const count = await until('the layers', () => layers?.length);
  await session.detach();
  return count;
}
