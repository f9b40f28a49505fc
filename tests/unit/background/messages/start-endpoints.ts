import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { createFakeServices } from './fake-services';

const id = fakeBrowser.runtime.id;

/** A sender: a content script on the site. */
export const site = { id, url: 'https://civitai.com/models/1', frameId: 0 };
/** A sender: a page of the extension. Tests of other files in this process may give the extension another address. */
export const page = {
  id,
  get url() {
    return fakeBrowser.runtime.getURL('/popup.html');
  },
};

/** Endpoints over services that do nothing; `calls`: how often any of those was called. */
export function start() {
  const services = createFakeServices();
  return { ...services, endpoints: createEndpoints(services) };
}
