import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import { findActionsCard, findOfficialButton } from '@/entrypoints/civitai.content/surfaces/model-page';
import type { PageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { type OtherAccount, type VersionOnScreen, viewOfButton } from '@/entrypoints/civitai.content/views/button-view';
import type { Moment } from '@/entrypoints/civitai.content/views/fact-view';
import type { Connection } from '@/utils/account/account';
import type { VersionFact } from '@/utils/vault/membership';
import { ownershipOf } from './judge-click';
import type { VaultButton } from './vault-button';
import type { VersionsOnScreen } from './versions-on-screen';
import { availabilityOf, type Visit } from './visit';

/** The vault button, and what it is drawn from. */
type ButtonParts = { client: Client; pageData: PageData; intents: Intents; button: VaultButton };

/** What is on screen, and what is known of the version there. */
type Shown = { screen: VersionsOnScreen; fact: VersionFact | undefined; moment: Moment };

/** Draws the button for the version on screen. `redraw`: something to draw came later. */
export function drawVaultButton(
  { client, pageData, intents, button }: ButtonParts,
  visit: Visit,
  { screen, fact, moment }: Shown,
  redraw: () => void,
): void {
  const card = findActionsCard();
  const version = versionOnScreen(visit, screen, client, redraw);
  if (!card || !version) {
    button.hide();
    return;
  }
  const { versionId } = version;
  const press = (): void => {
    if (versionId !== undefined) intents.press(version, versionId, fact, visit.end.signal);
  };
  const account = otherAccount(client.connection(), pageData.siteUserId());
  button.show(card, { ...viewOfButton(version, fact, client.problem(versionId), moment, account), press });
}

/** Whose vault this is, where the site's own button beside ours may act on another one. */
function otherAccount(connection: Connection | undefined, siteUserId: number | undefined): OtherAccount | undefined {
  const ownership = ownershipOf(connection, siteUserId);
  if (connection?.kind !== 'signed-in' || ownership === 'same') return undefined;
  if (ownership === 'not-known' && !findOfficialButton()) return undefined;
  return { username: connection.username };
}

function versionOnScreen(
  visit: Visit,
  screen: VersionsOnScreen,
  client: Client,
  redraw: () => void,
): VersionOnScreen | undefined {
  const shown = screen.list.buttons[screen.active];
  if (!shown || !visit.versions) return undefined;
  const versionId = screen.ids[screen.active];
  const known = visit.versions.versions.find(version => version.versionId === versionId);
  const availability =
    known?.availability ?? (versionId === undefined ? undefined : availabilityOf(visit, versionId, client, redraw));
  return {
    modelId: visit.modelId,
    modelName: visit.versions.modelName,
    versionId,
    versionName: shown.name.trim(),
    ...(known?.sizeKb === undefined ? {} : { sizeKb: known.sizeKb }),
    ...(availability === undefined ? {} : { availability }),
  };
}
