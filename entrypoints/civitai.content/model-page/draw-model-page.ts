import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import { findActionsCard, findOfficialButton } from '@/entrypoints/civitai.content/surfaces/model-page';
import type { PageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { markWords, type VersionOnScreen, viewOf } from '@/entrypoints/civitai.content/views/button-view';
import { type Moment, markState } from '@/entrypoints/civitai.content/views/fact-view';
import { viewOfProblem } from '@/entrypoints/civitai.content/views/problem-view';
import type { Connection } from '@/utils/account/account';
import type { Problem } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { ConnectButton } from './connect-button';
import { type OnScreen, ownershipOf } from './official-button';
import type { VaultButton } from './vault-button';
import type { createVersionMarks } from './version-marks';
import type { VersionsOnScreen } from './versions-on-screen';
import { availabilityOf, retryVersions, type Visit } from './visit';

/** Everything that a model page shows of ours, and what it is drawn from. */
export type PageParts = {
  client: Client;
  pageData: PageData;
  intents: Intents;
  marks: ReturnType<typeof createVersionMarks>;
  button: VaultButton;
  connect: ConnectButton;
};

/** Takes everything off the page. */
export function eraseModelPage({ marks, button, connect }: PageParts): void {
  marks.draw([]);
  button.hide();
  connect.hide();
}

/** Draws what is known now: marks and the button are a function of it. `changed`: something to draw came later. */
export function drawModelPage(parts: PageParts, visit: Visit, now: number, changed: () => void): void {
  const connection = parts.client.connection();
  if (connection && connection.kind !== 'signed-in') {
    drawConnect(parts, connection);
    return;
  }
  parts.connect.hide();
  const { screen } = visit;
  if (connection && visit.trouble) {
    drawTrouble(parts, visit, visit.trouble.problem, now, changed);
    return;
  }
  if (!connection || !screen) {
    eraseModelPage(parts);
    return;
  }
  const moment = { now, isOnline: navigator.onLine };
  const facts = screen.ids.map(id => (id === undefined ? undefined : parts.intents.overlay(id, parts.client.fact(id))));
  drawMarks(parts, visit, screen, facts, moment);
  drawButton(parts, visit, screen, facts[screen.active], moment, changed);
}

/** Nothing is known of the versions: said where the button would be. */
function drawTrouble(
  { marks, button }: PageParts,
  visit: Visit,
  problem: Problem,
  now: number,
  again: () => void,
): void {
  marks.draw([]);
  const card = findActionsCard();
  if (!card) {
    button.hide();
    return;
  }
  const press = (): void => {
    retryVersions(visit);
    again();
  };
  button.show(card, { ...viewOfProblem(visit.modelId, problem, visit.isAsking, now), press });
}

function drawConnect({ marks, button, connect }: PageParts, connection: Connection): void {
  marks.draw([]);
  button.hide();
  const card = findActionsCard();
  if (!card) connect.hide();
  else if (connection.kind === 'signed-out')
    connect.show(card, 'Connect Vaulted', 'See what is in your vault, and add with one click.');
  else connect.show(card, 'Reconnect Vaulted', 'Civitai no longer accepts the key. Your vault hasn’t changed.');
}

function drawMarks(
  { client, marks }: PageParts,
  visit: Visit,
  screen: VersionsOnScreen,
  facts: (VersionFact | undefined)[],
  moment: Moment,
): void {
  // Before the first answer a mark could only say "not known": no need to show that for a blink.
  const isAnswered = client.problem() !== undefined || facts.some(fact => fact !== undefined);
  const drawn = screen.list.buttons.map(({ element }, index) => {
    const fact = facts[index];
    return {
      button: element,
      modelId: visit.modelId,
      versionId: screen.ids[index],
      state: markState(fact),
      words: markWords(fact, moment),
    };
  });
  marks.draw(isAnswered ? drawn : []);
}

function drawButton(
  { client, pageData, intents, button }: PageParts,
  visit: Visit,
  screen: VersionsOnScreen,
  fact: VersionFact | undefined,
  moment: Moment,
  changed: () => void,
): void {
  const card = findActionsCard();
  const version = versionOnScreen(visit, screen, client, changed);
  if (!card || !version) {
    button.hide();
    return;
  }
  const { versionId } = version;
  const press = (): void => {
    if (versionId !== undefined) intents.press(version, versionId, fact, visit.leave.signal);
  };
  const account = foreignAccount(client.connection(), pageData.siteUserId());
  button.show(card, { ...viewOf(version, fact, client.problem(versionId), moment, account), press });
}

/** Whose vault this is, where the site's own button beside it may act on another one's; otherwise empty. */
function foreignAccount(connection: Connection | undefined, siteUserId: number | undefined): string {
  const ownership = ownershipOf(connection, siteUserId);
  if (connection?.kind !== 'signed-in' || ownership === 'same') return '';
  if (ownership === 'not-known' && !findOfficialButton()) return '';
  return connection.username ?? 'your key’s account';
}

/** The version on screen, as the listener at the site's own button needs it. */
export function describeScreen({ client, pageData, intents }: PageParts, visit: Visit): OnScreen | undefined {
  const versionId = visit.screen?.ids[visit.screen.active];
  const connection = client.connection();
  if (versionId === undefined || connection?.kind !== 'signed-in') return undefined;
  const name = visit.screen?.list.buttons[visit.screen.active]?.name.trim() ?? '';
  return {
    versionId,
    name,
    fact: intents.overlay(versionId, client.fact(versionId)),
    isDoubtful: client.problem(versionId) !== undefined,
    ownership: ownershipOf(connection, pageData.siteUserId()),
  };
}

function versionOnScreen(
  visit: Visit,
  screen: VersionsOnScreen,
  client: Client,
  changed: () => void,
): VersionOnScreen | undefined {
  const shown = screen.list.buttons[screen.active];
  if (!shown || !visit.data) return undefined;
  const versionId = screen.ids[screen.active];
  const known = visit.data.versions.find(version => version.versionId === versionId);
  const availability =
    known?.availability ?? (versionId === undefined ? undefined : availabilityOf(visit, versionId, client, changed));
  return {
    modelId: visit.modelId,
    modelName: visit.data.modelName,
    versionId,
    versionName: shown.name.trim(),
    ...(known?.sizeKb === undefined ? {} : { sizeKb: known.sizeKb }),
    ...(availability === undefined ? {} : { availability }),
  };
}
