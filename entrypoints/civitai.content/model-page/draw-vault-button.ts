import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import { findActionsCard, findOfficialButton } from '@/entrypoints/civitai.content/surfaces/model-page';
import type { PageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import { accountToName } from '@/entrypoints/civitai.content/surfaces/page-login';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { type OtherAccount, type VersionOnScreen, viewOfButton } from '@/entrypoints/civitai.content/views/button-view';
import { type Moment, markState } from '@/entrypoints/civitai.content/views/fact-view';
import { barrierOf, type MarkedLink } from '@/entrypoints/civitai.content/views/marked-link';
import type { Connection } from '@/utils/account/account';
import type { VersionFact } from '@/utils/vault/membership';
import { type Ownership, ownershipOf } from './judge-click';
import type { VaultButton } from './vault-button';
import type { VersionsOnScreen } from './versions-on-screen';
import { availabilityOf, freeKbOf, isConfirming, type Visit } from './visit';

/** The vault button, what it is drawn from, and what it leads to. */
export type ButtonParts = {
  client: Client;
  pageData: PageData;
  intents: Intents;
  button: VaultButton;
  say(text: string): void;
  /** Shows the model's versions, looked up anew, where the page doesn't say which is meant, or a press may not be (`isAskingAgain`). */
  openVersions(marked: MarkedLink, opener: HTMLElement, isAskingAgain?: boolean): void;
};

/** What is on screen, and what is known of the versions there. */
type Shown = { screen: VersionsOnScreen; facts: readonly (VersionFact | undefined)[]; moment: Moment };

/** Draws the button for the version on screen. `redraw`: something to draw came later. */
export function drawVaultButton(
  { client, pageData, intents, button, say, openVersions }: ButtonParts,
  visit: Visit,
  { screen, facts, moment }: Shown,
  redraw: () => void,
): void {
  const card = findActionsCard();
  const ownership = ownershipOf(client.connection(), pageData.siteUserId());
  const version = versionOnScreen(visit, screen, client, ownership, redraw);
  if (!card || !version) {
    button.hide();
    return;
  }
  const { versionId, modelId, modelName } = version;
  const account = otherAccount(client.connection(), ownership);
  const fact = facts[screen.active];
  const isAdding = versionId !== undefined && fact?.state === 'out' && !fact.activity;
  // What has changed here, or was checked again, may have changed the free space.
  const states = [versionId, fact?.asOf, ...facts.map(markState)].join();
  if (isAdding) version.freeKb = freeKbOf(visit, states, client, redraw);
  version.barredBy = barrierOf(client.connection());
  const view = viewOfButton(version, fact, client.problem(versionId), moment, account);
  const press = (opener: HTMLElement): void => {
    if (versionId !== undefined) intents.press(version, versionId, fact, visit.end.signal);
    else if (view.isDisabled) say(view.hint);
    else openVersions({ target: { modelId }, name: modelName }, opener);
  };
  const target = { modelId, ...(versionId !== undefined && { versionId }) };
  const ask = (opener: HTMLElement): void => openVersions({ target, name: modelName }, opener, true);
  const more = (opener: HTMLElement): void => openVersions({ target: { modelId }, name: modelName }, opener);
  button.show(card, { ...view, press, ...(isAdding && { ask }), ...(screen.ids.length > 1 && { more }) });
}

/** Whose vault this is, where the site's own button beside ours may act on another one. */
function otherAccount(connection: Connection | undefined, ownership: Ownership): OtherAccount | undefined {
  if (connection?.kind !== 'signed-in') return undefined;
  if (connection.isLogin) {
    const username = accountToName(connection);
    return username === undefined ? undefined : { username };
  }
  if (ownership === 'same') return undefined;
  if (ownership === 'not-known' && !findOfficialButton()) return undefined;
  return { username: connection.username };
}

function versionOnScreen(
  visit: Visit,
  screen: VersionsOnScreen,
  client: Client,
  ownership: Ownership,
  redraw: () => void,
): VersionOnScreen | undefined {
  const shown = screen.list.buttons[screen.active];
  if (!shown || !visit.versions) return undefined;
  const versionId = screen.isCertain ? screen.ids[screen.active] : undefined;
  const known = visit.versions.versions.find(version => version.versionId === versionId);
  const availability =
    known?.availability ?? (versionId === undefined ? undefined : availabilityOf(visit, versionId, client, redraw));
  return {
    modelId: visit.modelId,
    modelName: visit.versions.modelName,
    versionId,
    versionName: shown.name,
    isAsking: isConfirming(visit),
    // Its own button stands only where the account has access by now (site-facts.md B.3).
    isWithheld: known?.isWithheld === true && ownership === 'same' && !findOfficialButton(),
    ...(known?.sizeKb === undefined ? {} : { sizeKb: known.sizeKb }),
    ...(known?.need && { need: known.need }),
    ...(availability === undefined ? {} : { availability }),
  };
}
