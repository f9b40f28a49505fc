import { defineContentScript } from '#imports';
import { answerTabQuestion } from '@/utils/tab-question';
import { createClient } from './client';
import { createConnect } from './connect';
import { watchPage } from './finder';
import { removeLeftovers } from './host';
import { whenHydrated } from './hydration';
import { createModelPage } from './model-page';
import { watchNavigation } from './navigation';
import { watchOccasions } from './occasions';
import { reactWith, watchOfficialButton } from './official-button';
import { createPageData } from './page-data';
import { WORN_OUT } from './patience';
import { createToast } from './toast';
import { createVaultButton } from './vault-button';
import { createVersionMarks } from './version-marks';
import { createWishes } from './wishes';

/** How often a script that an update has cut off from its extension notices; it then takes its marks away. */
const ORPHAN_CHECK_MS = 1_000;

export default defineContentScript({
  matches: ['https://civitai.com/*', 'https://civitai.red/*'],
  async main(ctx) {
    const { signal } = ctx;
    await whenHydrated(signal);
    if (signal.aborted) return;
    removeLeftovers();
    const update = (): void => page.update();
    const client = createClient(update, signal);
    const toast = createToast(signal);
    const worn = (): void => toast.warn(WORN_OUT);
    const wishes = createWishes(client, toast, update);
    const page = createModelPage(
      {
        client,
        pageData: createPageData(),
        wishes,
        marks: createVersionMarks(worn),
        button: createVaultButton(worn),
        connect: createConnect(client.openSignIn),
      },
      signal,
    );
    signal.addEventListener('abort', page.clear, { once: true });
    answerTabQuestion(page.describe, signal);
    watchNavigation(page.arrive, signal);
    watchOfficialButton({ onScreen: page.onScreen, ...reactWith(wishes, toast.say) }, signal);
    const again = (): void => {
      client.expire();
      page.update();
    };
    watchOccasions({ again, redraw: update }, signal);
    page.arrive(false);
    watchPage(finding => page.meetLinks(finding.links), signal);
    // Reading `isValid` is what ends an orphaned script; nothing tells it otherwise.
    ctx.setInterval(() => ctx.isValid, ORPHAN_CHECK_MS);
  },
});
