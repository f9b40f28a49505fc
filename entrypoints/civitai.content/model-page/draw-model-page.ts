import type { ConnectButton } from '@/entrypoints/civitai.content/model-page/connect/connect-button';
import type { LoginWay } from '@/entrypoints/civitai.content/model-page/connect/login-way';
import { findActionsCard } from '@/entrypoints/civitai.content/surfaces/model-page';
import { type Moment, markState } from '@/entrypoints/civitai.content/views/fact-view';
import { markWords } from '@/entrypoints/civitai.content/views/mark-words';
import { viewOfProblem } from '@/entrypoints/civitai.content/views/problem-view';
import type { Connection } from '@/utils/account/account';
import type { Problem } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { type ButtonParts, drawVaultButton } from './draw-vault-button';
import type { VersionMarks } from './version-marks';
import type { VersionsOnScreen } from './versions-on-screen';
import { allowRetry, type Visit } from './visit';

/** What a model page shows of ours, and what it is drawn from. */
export type PageParts = ButtonParts & { marks: VersionMarks; connect: ConnectButton; login: LoginWay };

/** Takes everything off the page. */
export function eraseModelPage({ marks, button, connect }: PageParts): void {
  marks.draw([]);
  button.hide();
  connect.hide();
}

/** Draws what is known at `now` (epoch ms): marks and button are a function of it. `redraw`: something to draw came later. */
export function drawModelPage(parts: PageParts, visit: Visit, now: number, redraw: () => void): void {
  const { client, intents } = parts;
  const connection = client.connection();
  if (connection && connection.kind !== 'signed-in') {
    drawConnect(parts, connection);
    return;
  }
  parts.connect.hide();
  const { screen } = visit;
  if (connection && visit.failure) {
    drawFailure(parts, visit, visit.failure.problem, now, redraw);
    return;
  }
  if (!connection || !screen) {
    eraseModelPage(parts);
    return;
  }
  const moment = { now, isOnline: navigator.onLine };
  const facts = screen.ids.map(id => (id === undefined ? undefined : intents.overlay(id, client.fact(id))));
  drawMarks(parts, visit, screen, facts, moment);
  drawVaultButton(parts, visit, { screen, facts, moment }, redraw);
}

/** The versions could not be looked up: the reason stands in the button's place. */
function drawFailure(
  { marks, button, say }: PageParts,
  visit: Visit,
  problem: Problem,
  now: number,
  redraw: () => void,
): void {
  marks.draw([]);
  const card = findActionsCard();
  if (!card) {
    button.hide();
    return;
  }
  const view = viewOfProblem(visit.modelId, problem, visit.isLoading, now);
  const press = (): void => {
    if (view.isDisabled) say(view.hint);
    else {
      allowRetry(visit);
      redraw();
    }
  };
  button.show(card, { ...view, press });
}

function drawConnect({ marks, button, connect, login }: PageParts, connection: Connection): void {
  marks.draw([]);
  button.hide();
  const card = findActionsCard();
  if (!card) connect.hide();
  else connect.show(card, login.invitationFor(connection));
}

function drawMarks(
  { client, marks }: PageParts,
  { modelId }: Visit,
  { list, ids }: VersionsOnScreen,
  facts: (VersionFact | undefined)[],
  moment: Moment,
): void {
  // Before the first answer a mark could only say "not known", and that for a blink.
  const isAnswered = client.problem() !== undefined || facts.some(fact => fact !== undefined);
  const drawn = list.buttons.map(({ element }, index) => {
    const fact = facts[index];
    const words = markWords(fact, moment);
    return { button: element, modelId, versionId: ids[index], state: markState(fact), words };
  });
  marks.draw(isAnswered ? drawn : []);
}
