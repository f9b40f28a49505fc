import { answerTabQuestion } from '@/utils/tab-question';
import { createAllSurfaces } from './all-surfaces';
import { createClient } from './client';
import { createConnect } from './connect';
import { watchPage } from './finder';
import { removeLeftovers } from './host';
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

/** Starts everything of ours in a hydrated page; all of it ends with `signal`. */
export function startVaulted(signal: AbortSignal): void {
  removeLeftovers();
  const update = (): void => {
    page.update();
    surfaces.update();
  };
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
  const surfaces = createAllSurfaces({ client, wishes, worn }, signal);
  signal.addEventListener('abort', page.clear, { once: true });
  answerTabQuestion(() => ({ ...page.describe(), ...surfaces.describe() }), signal);
  watchNavigation(page.arrive, signal);
  watchOfficialButton({ onScreen: page.onScreen, ...reactWith(wishes, toast.say) }, signal);
  const again = (): void => {
    client.expire();
    update();
  };
  watchOccasions({ again, redraw: update }, signal);
  page.arrive(false);
  watchPage(finding => {
    page.meetLinks(finding.links);
    surfaces.meet(finding);
  }, signal);
}
